#include "../workloads.hpp"
#include "vector.hpp"

// Value, gradient and both diagonals in one pass, eight rows at a time from the second on.
namespace
{
struct Row
{
    double gradient, diagonal, term;
};

// Not the first row and not the last.
Row row(const double* x)
{
    double t = x[1] - x[0] * x[0], before = x[0] - x[-1] * x[-1], u = 1 - x[0];
    return {200 * before - 400 * x[0] * t - 2 * u, 1200 * x[0] * x[0] - 400 * x[1] + 202, 100 * t * t + u * u};
}
}

double rosenbrock_sparse_hessian(const void* problem, const double* __restrict x, const double*, double* __restrict result)
{
    const long n = static_cast<const Data*>(problem)->count, last = n - 1;
    double *__restrict gradient = result, *__restrict diagonal = result + n, *__restrict beside = diagonal + n;
    double t0 = x[1] - x[0] * x[0], u0 = 1 - x[0], rest = 100 * t0 * t0 + u0 * u0;
    gradient[0] = -400 * x[0] * t0 - 2 * u0;
    diagonal[0] = 1200 * x[0] * x[0] - 400 * x[1] + 2;
    beside[0] = -400 * x[0];
    auto add_row = [&](long i)
    {
        Row here = row(x + i);
        gradient[i] = here.gradient;
        diagonal[i] = here.diagonal;
        beside[i] = -400 * x[i];
        rest += here.term;
    };
    long i = 1;
    for (; i < Lanes; i++) add_row(i);

    Vector sum_t = zero(), sum_u = zero(), before = multiply_subtract(load(x), load(x), load(x + 1));
    for (; i + Lanes <= last; i += Lanes)
    {
        Vector here = load(x + i), next = load(x + i + 1), t = multiply_subtract(here, here, next), u = broadcast(1) - here;
        sum_t = multiply_add(broadcast(100) * t, t, sum_t);
        sum_u = multiply_add(u, u, sum_u);
        Vector entry = multiply_subtract(here + here, t, shifted(before, t));
        store(gradient + i, multiply_add(broadcast(200), entry, broadcast(-2) * u));
        store(diagonal + i, multiply_add(broadcast(1200) * here, here, multiply_subtract(broadcast(400), next, broadcast(202))));
        store(beside + i, broadcast(-400) * here);
        before = t;
    }
    for (; i < last; i++) add_row(i);
    gradient[last] = 200 * (x[last] - x[last - 1] * x[last - 1]);
    diagonal[last] = 200;
    return sum(sum_t + sum_u) + rest;
}
