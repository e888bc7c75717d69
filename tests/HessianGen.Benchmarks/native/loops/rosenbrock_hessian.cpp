#include "../workloads.hpp"
#include <cstring>

double rosenbrock_tridiagonal(const void* problem, const double* __restrict x, const double*, double* __restrict result)
{
    const int n = static_cast<int>(static_cast<const Data*>(problem)->count);
    double *__restrict diagonal = result, *__restrict beside = result + n;
    diagonal[0] = 1200 * x[0] * x[0] - 400 * x[1] + 2;
    for (int i = 1; i < n - 1; i++) diagonal[i] = 1200 * x[i] * x[i] - 400 * x[i + 1] + 202;
    diagonal[n - 1] = 200;
    for (int i = 0; i < n - 1; i++) beside[i] = -400 * x[i];
    return 0;
}

double rosenbrock_hessian(const void* problem, const double* x, const double*, double* result)
{
    const int n = static_cast<int>(static_cast<const Data*>(problem)->count);
    double value = rosenbrock_gradient(problem, x, nullptr, result), *hessian = result + n;
    memset(hessian, 0, sizeof(double) * n * n);
    for (int i = 0; i < n; i++)
    {
        double diagonal = i > 0 ? 200 : 0;
        if (i < n - 1)
        {
            diagonal += 1200 * x[i] * x[i] - 400 * x[i + 1] + 2;
            hessian[i * n + i + 1] = hessian[(i + 1) * n + i] = -400 * x[i];
        }
        hessian[i * n + i] = diagonal;
    }
    return value;
}
