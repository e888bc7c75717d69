#include "../workloads.hpp"
#include <cmath>

static constexpr int Features = 50;

static double dot(const double* a, const double* b)
{
    double sum = 0;
    for (int j = 0; j < Features; j++) sum += a[j] * b[j];
    return sum;
}

// result = result / samples + lambda * variables
static void finish(const Data& data, const double* variables, double* result)
{
    for (int j = 0; j < Features; j++) result[j] = result[j] * (1.0 / data.count) + data.constant * variables[j];
}

void* logistic_prepare(const Data* data)
{
    return new Data(*data);
}

double logistic_value(const void* problem, const double* w, const double*, double*)
{
    const Data& data = *static_cast<const Data*>(problem);
    double loss = 0;
    for (long n = 0; n < data.count; n++)
    {
        double z = dot(data.inputs + n * Features, w);
        loss += std::log(1 + std::exp(z)) - data.targets[n] * z;
    }
    return loss / data.count + 0.5 * data.constant * dot(w, w);
}

double logistic_gradient(const void* problem, const double* __restrict w, const double*, double* __restrict gradient)
{
    const Data& data = *static_cast<const Data*>(problem);
    double loss = 0;
    for (int j = 0; j < Features; j++) gradient[j] = 0;
    for (long n = 0; n < data.count; n++)
    {
        const double* __restrict x = data.inputs + n * Features;
        double z = dot(x, w), e = std::exp(z);
        loss += std::log(1 + e) - data.targets[n] * z;
        double slope = e / (1 + e) - data.targets[n];
        for (int j = 0; j < Features; j++) gradient[j] += slope * x[j];
    }
    finish(data, w, gradient);
    return loss / data.count + 0.5 * data.constant * dot(w, w);
}

double logistic_product(const void* problem, const double* __restrict w, const double* __restrict v, double* __restrict product)
{
    const Data& data = *static_cast<const Data*>(problem);
    for (int j = 0; j < Features; j++) product[j] = 0;
    for (long n = 0; n < data.count; n++)
    {
        const double* __restrict x = data.inputs + n * Features;
        double z = 0, dz = 0;
        for (int j = 0; j < Features; j++)
        {
            z += x[j] * w[j];
            dz += x[j] * v[j];
        }
        double e = std::exp(z), slope = e / ((1 + e) * (1 + e)) * dz;
        for (int j = 0; j < Features; j++) product[j] += slope * x[j];
    }
    finish(data, v, product);
    return 0;
}

double logistic_hessian(const void* problem, const double* __restrict w, const double*, double* __restrict result)
{
    const Data& data = *static_cast<const Data*>(problem);
    double *__restrict gradient = result, *__restrict hessian = result + Features, loss = 0;
    for (int i = 0; i < Features + Features * Features; i++) result[i] = 0;
    for (long n = 0; n < data.count; n++)
    {
        const double* __restrict x = data.inputs + n * Features;
        double z = dot(x, w), e = std::exp(z), slope = e / (1 + e) - data.targets[n], curvature = e / ((1 + e) * (1 + e));
        loss += std::log(1 + e) - data.targets[n] * z;
        for (int j = 0; j < Features; j++)
        {
            gradient[j] += slope * x[j];
            double scaled = curvature * x[j];
            for (int k = 0; k <= j; k++) hessian[j * Features + k] += scaled * x[k];
        }
    }
    for (int j = 0; j < Features; j++)
    {
        for (int k = 0; k <= j; k++)
        {
            double entry = hessian[j * Features + k] * (1.0 / data.count) + (j == k ? data.constant : 0);
            hessian[j * Features + k] = hessian[k * Features + j] = entry;
        }
    }
    finish(data, w, gradient);
    return loss / data.count + 0.5 * data.constant * dot(w, w);
}
