#include "../workloads.hpp"
#include <cstring>

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
