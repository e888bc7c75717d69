#include "../workloads.hpp"

double rosenbrock_sparse_hessian(const void* problem, const double* __restrict x, const double*, double* __restrict result)
{
    const int n = static_cast<int>(static_cast<const Data*>(problem)->count);
    double value = rosenbrock_gradient(problem, x, nullptr, result);
    double *__restrict diagonal = result + n, *__restrict beside = diagonal + n;
    diagonal[0] = 1200 * x[0] * x[0] - 400 * x[1] + 2;
    for (int i = 1; i < n - 1; i++) diagonal[i] = 1200 * x[i] * x[i] - 400 * x[i + 1] + 202;
    diagonal[n - 1] = 200;
    for (int i = 0; i < n - 1; i++) beside[i] = -400 * x[i];
    return value;
}
