#include "../regression.hpp"
#include "../workloads.hpp"
#include <cmath>

using namespace regression;

// Fills the activations and the gradient of the output by the weights; returns the output.
static double forward(const double* __restrict w, const double* __restrict x, double* __restrict a, double* __restrict jacobian)
{
    double z[Hidden], y = w[Bias2];
    for (int j = 0; j < Hidden; j++)
    {
        z[j] = w[Bias1 + j];
        for (int i = 0; i < Inputs; i++) z[j] += w[j * Inputs + i] * x[i];
    }
    for (int j = 0; j < Hidden; j++) a[j] = std::tanh(z[j]);
    for (int j = 0; j < Hidden; j++)
    {
        y += w[Weights2 + j] * a[j];
        double slope = w[Weights2 + j] * (1 - a[j] * a[j]);
        for (int i = 0; i < Inputs; i++) jacobian[j * Inputs + i] = slope * x[i];
        jacobian[Bias1 + j] = slope;
        jacobian[Weights2 + j] = a[j];
    }
    jacobian[Bias2] = 1;
    return y;
}

void* regression_prepare(const Data* data)
{
    return new Data(*data);
}

double regression_value(const void* problem, const double* w, const double*, double*)
{
    const Data& data = *static_cast<const Data*>(problem);
    double loss = 0;
    for (long n = 0; n < data.count; n++)
    {
        double y = w[Bias2];
        for (int j = 0; j < Hidden; j++)
        {
            double z = w[Bias1 + j];
            for (int i = 0; i < Inputs; i++) z += w[j * Inputs + i] * data.inputs[n * Inputs + i];
            y += w[Weights2 + j] * std::tanh(z);
        }
        double residual = y - data.targets[n];
        loss += residual * residual;
    }
    return 0.5 * loss / data.count;
}

double regression_gradient(const void* problem, const double* w, const double*, double* __restrict gradient)
{
    const Data& data = *static_cast<const Data*>(problem);
    double loss = 0;
    for (int i = 0; i < Weights; i++) gradient[i] = 0;
    for (long n = 0; n < data.count; n++)
    {
        double a[Hidden], jacobian[Weights];
        double residual = forward(w, data.inputs + n * Inputs, a, jacobian) - data.targets[n];
        loss += residual * residual;
        for (int i = 0; i < Weights; i++) gradient[i] += residual * jacobian[i];
    }
    for (int i = 0; i < Weights; i++) gradient[i] *= 1.0 / data.count;
    return 0.5 * loss / data.count;
}

double regression_hessian(const void* problem, const double* __restrict w, const double*, double* __restrict result)
{
    const Data& data = *static_cast<const Data*>(problem);
    double *__restrict gradient = result, *__restrict hessian = result + Weights, loss = 0;
    for (int i = 0; i < Weights + Weights * Weights; i++) result[i] = 0;
    for (long n = 0; n < data.count; n++)
    {
        const double* x = data.inputs + n * Inputs;
        double a[Hidden], jacobian[Weights];
        double residual = forward(w, x, a, jacobian) - data.targets[n];
        loss += residual * residual;
        for (int i = 0; i < Weights; i++)
        {
            gradient[i] += residual * jacobian[i];
            for (int j = 0; j <= i; j++) hessian[i * Weights + j] += jacobian[i] * jacobian[j];
        }

        // The residual times the second derivatives, which stay within a hidden unit.
        for (int j = 0; j < Hidden; j++)
        {
            double slope = 1 - a[j] * a[j], curvature = -2 * a[j] * slope * w[Weights2 + j] * residual, mixed = residual * slope;
            for (int i = 0; i < Inputs; i++)
            {
                for (int k = 0; k <= i; k++) hessian[(j * Inputs + i) * Weights + j * Inputs + k] += curvature * x[i] * x[k];
                hessian[(Bias1 + j) * Weights + j * Inputs + i] += curvature * x[i];
                hessian[(Weights2 + j) * Weights + j * Inputs + i] += mixed * x[i];
            }
            hessian[(Bias1 + j) * Weights + Bias1 + j] += curvature;
            hessian[(Weights2 + j) * Weights + Bias1 + j] += mixed;
        }
    }
    for (int i = 0; i < Weights; i++)
    {
        gradient[i] *= 1.0 / data.count;
        for (int j = 0; j <= i; j++)
        {
            double entry = hessian[i * Weights + j] * (1.0 / data.count);
            hessian[i * Weights + j] = hessian[j * Weights + i] = entry;
        }
    }
    return 0.5 * loss / data.count;
}
