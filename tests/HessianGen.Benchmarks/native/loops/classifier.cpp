#include "../classifier.hpp"
#include "../workloads.hpp"
#include <cmath>

static void hidden_layer(const double* __restrict w, const double* __restrict x, double* __restrict a)
{
    for (int j = 0; j < Hidden; j++)
    {
        double sum = w[Bias1 + j];
        for (int i = 0; i < Inputs; i++) sum += w[j * Inputs + i] * x[i];
        a[j] = sum;
    }
    for (int j = 0; j < Hidden; j++) a[j] = std::tanh(a[j]);
}

static void output_layer(const double* __restrict w, const double* __restrict a, double* __restrict z)
{
    for (int k = 0; k < Classes; k++)
    {
        double sum = w[Bias2 + k];
        for (int j = 0; j < Hidden; j++) sum += w[Weights2 + k * Hidden + j] * a[j];
        z[k] = sum;
    }
}

// Replaces the outputs by the probabilities; returns the loss.
static double softmax(double* z, int label)
{
    double sum = 0, wanted = z[label];
    for (int k = 0; k < Classes; k++)
    {
        z[k] = std::exp(z[k]);
        sum += z[k];
    }
    double scale = 1 / sum;
    for (int k = 0; k < Classes; k++) z[k] *= scale;
    return std::log(sum) - wanted;
}

void* classifier_prepare(const Data* data)
{
    return new Data(*data);
}

double classifier_value(const void* problem, const double* w, const double*, double*)
{
    const Data& data = *static_cast<const Data*>(problem);
    double loss = 0;
    for (long n = 0; n < data.count; n++)
    {
        double a[Hidden], z[Classes], sum = 0;
        hidden_layer(w, data.inputs + n * Inputs, a);
        output_layer(w, a, z);
        for (int k = 0; k < Classes; k++) sum += std::exp(z[k]);
        loss += std::log(sum) - z[data.labels[n]];
    }
    return loss / data.count;
}

double classifier_gradient(const void* problem, const double* __restrict w, const double*, double* __restrict gradient)
{
    const Data& data = *static_cast<const Data*>(problem);
    double loss = 0;
    for (int i = 0; i < Weights; i++) gradient[i] = 0;
    for (long n = 0; n < data.count; n++)
    {
        const double* __restrict x = data.inputs + n * Inputs;
        double a[Hidden], p[Classes], back[Hidden] = {};
        hidden_layer(w, x, a);
        output_layer(w, a, p);
        loss += softmax(p, data.labels[n]);
        p[data.labels[n]] -= 1;
        for (int k = 0; k < Classes; k++)
        {
            gradient[Bias2 + k] += p[k];
            for (int j = 0; j < Hidden; j++)
            {
                gradient[Weights2 + k * Hidden + j] += p[k] * a[j];
                back[j] += p[k] * w[Weights2 + k * Hidden + j];
            }
        }
        for (int j = 0; j < Hidden; j++)
        {
            back[j] *= 1 - a[j] * a[j];
            gradient[Bias1 + j] += back[j];
        }
        for (int j = 0; j < Hidden; j++)
        {
            for (int i = 0; i < Inputs; i++) gradient[j * Inputs + i] += back[j] * x[i];
        }
    }
    for (int i = 0; i < Weights; i++) gradient[i] *= 1.0 / data.count;
    return loss / data.count;
}

// One pass over the samples for all directions; a name beginning with d is a derivative along the direction.
static void products(const Data& data, const double* __restrict w, const double* __restrict directions, int count, double* __restrict result)
{
    for (int i = 0; i < count * Weights; i++) result[i] = 0;
    for (long n = 0; n < data.count; n++)
    {
        const double* __restrict x = data.inputs + n * Inputs;
        double a[Hidden], p[Classes], residual[Classes], back[Hidden] = {};
        hidden_layer(w, x, a);
        output_layer(w, a, p);
        softmax(p, data.labels[n]);
        for (int k = 0; k < Classes; k++) residual[k] = p[k];
        residual[data.labels[n]] -= 1;
        for (int k = 0; k < Classes; k++)
        {
            for (int j = 0; j < Hidden; j++) back[j] += residual[k] * w[Weights2 + k * Hidden + j];
        }

        for (int direction = 0; direction < count; direction++)
        {
            const double* __restrict v = directions + direction * Weights;
            double* __restrict product = result + direction * Weights;
            double da[Hidden], dp[Classes], dback[Hidden] = {}, mean = 0;
            for (int j = 0; j < Hidden; j++)
            {
                double sum = v[Bias1 + j];
                for (int i = 0; i < Inputs; i++) sum += v[j * Inputs + i] * x[i];
                da[j] = sum * (1 - a[j] * a[j]);
            }
            for (int k = 0; k < Classes; k++)
            {
                double sum = v[Bias2 + k];
                for (int j = 0; j < Hidden; j++) sum += w[Weights2 + k * Hidden + j] * da[j] + v[Weights2 + k * Hidden + j] * a[j];
                dp[k] = sum;
                mean += p[k] * sum;
            }
            for (int k = 0; k < Classes; k++)
            {
                dp[k] = p[k] * (dp[k] - mean);
                product[Bias2 + k] += dp[k];
                for (int j = 0; j < Hidden; j++)
                {
                    product[Weights2 + k * Hidden + j] += dp[k] * a[j] + residual[k] * da[j];
                    dback[j] += dp[k] * w[Weights2 + k * Hidden + j] + residual[k] * v[Weights2 + k * Hidden + j];
                }
            }
            for (int j = 0; j < Hidden; j++)
            {
                dback[j] = dback[j] * (1 - a[j] * a[j]) - 2 * a[j] * da[j] * back[j];
                product[Bias1 + j] += dback[j];
            }
            for (int j = 0; j < Hidden; j++)
            {
                for (int i = 0; i < Inputs; i++) product[j * Inputs + i] += dback[j] * x[i];
            }
        }
    }
    for (int i = 0; i < count * Weights; i++) result[i] *= 1.0 / data.count;
}

double classifier_product(const void* problem, const double* w, const double* direction, double* product)
{
    products(*static_cast<const Data*>(problem), w, direction, 1, product);
    return 0;
}

double classifier_products8(const void* problem, const double* w, const double* directions, double* result)
{
    products(*static_cast<const Data*>(problem), w, directions, 8, result);
    return 0;
}
