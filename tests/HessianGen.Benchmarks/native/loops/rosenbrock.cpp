#include "../workloads.hpp"

void* rosenbrock_prepare(const Data* data)
{
    return new Data(*data);
}

double rosenbrock_value(const void* problem, const double* x, const double*, double*)
{
    const int n = static_cast<int>(static_cast<const Data*>(problem)->count);
    double sum = 0;
    for (int i = 0; i < n - 1; i++)
    {
        double t = x[i + 1] - x[i] * x[i], u = 1 - x[i];
        sum += 100 * t * t + u * u;
    }
    return sum;
}

double rosenbrock_gradient(const void* problem, const double* __restrict x, const double*, double* __restrict gradient)
{
    const int n = static_cast<int>(static_cast<const Data*>(problem)->count), last = n - 1;
    double t0 = x[1] - x[0] * x[0], u0 = 1 - x[0];
    double sum = 100 * t0 * t0 + u0 * u0;
    gradient[0] = -400 * x[0] * t0 - 2 * u0;
    for (int i = 1; i < last; i++)
    {
        double t = x[i + 1] - x[i] * x[i], before = x[i] - x[i - 1] * x[i - 1], u = 1 - x[i];
        sum += 100 * t * t + u * u;
        gradient[i] = 200 * before - 400 * x[i] * t - 2 * u;
    }
    gradient[last] = 200 * (x[last] - x[last - 1] * x[last - 1]);
    return sum;
}

double rosenbrock_product(const void* problem, const double* __restrict x, const double* __restrict v, double* __restrict product)
{
    const int n = static_cast<int>(static_cast<const Data*>(problem)->count), last = n - 1;
    product[0] = (1200 * x[0] * x[0] - 400 * x[1] + 2) * v[0] - 400 * x[0] * v[1];
    for (int i = 1; i < last; i++)
    {
        double diagonal = 1200 * x[i] * x[i] - 400 * x[i + 1] + 202;
        product[i] = diagonal * v[i] - 400 * (x[i] * v[i + 1] + x[i - 1] * v[i - 1]);
    }
    product[last] = 200 * v[last] - 400 * x[last - 1] * v[last - 1];
    return 0;
}
