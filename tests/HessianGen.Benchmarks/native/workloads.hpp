#pragma once

#include <cstdint>

// What every variant exports. A library holds one variant: the plain loops, or the blocked kernels where a workload has them.

// The constants of a workload; the arrays outlive the problem.
struct Data
{
    const double* inputs;   // logistic, classifier, regression, mixture: the samples by rows; lotka_volterra: the observations
    const double* targets;  // logistic: a 0 or a 1 per sample; regression: a number
    const int* labels;      // classifier: a class per sample
    std::int64_t count;     // points of many_..., whose rows are an odd number of cache lines; samples, steps, or variables of rosenbrock
    double constant;        // logistic: lambda; lotka_volterra: the step
};

// Makes a problem in the layout that the variant likes; it is never freed, and its making is not timed.
using Prepare = void*(const Data* data);

// Returns the value, or 0 where only the result is wanted. A Hessian, by rows with both triangles, stands behind the gradient; a sparse one
// is the diagonal and then the entries beside it. Not thread-safe.
using Quantity = double(const void* problem, const double* variables, const double* directions, double* result);

extern "C"
{
    Prepare rosenbrock_prepare, logistic_prepare, classifier_prepare, mixture_prepare, lotka_volterra_prepare;
    Prepare regression_prepare, wood_prepare, beale_prepare, helical_prepare, waves_prepare;
    Prepare many_wood_prepare, many_beale_prepare, many_helical_prepare, many_waves_prepare;
    Quantity many_wood_hessian, many_beale_hessian, many_helical_hessian, many_waves_hessian;
    Quantity rosenbrock_value, rosenbrock_gradient, rosenbrock_product, rosenbrock_sparse_hessian, rosenbrock_hessian;
    Quantity logistic_value, logistic_gradient, logistic_product, logistic_hessian;
    Quantity classifier_value, classifier_gradient, classifier_product, classifier_products8;
    Quantity mixture_value, mixture_gradient, mixture_product;
    Quantity lotka_volterra_value, lotka_volterra_gradient, lotka_volterra_hessian;
    Quantity regression_value, regression_gradient, regression_hessian;
    Quantity wood_value, wood_hessian, beale_value, beale_hessian, helical_value, helical_hessian, waves_value, waves_hessian;
}
