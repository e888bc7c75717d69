#include <cmath>

using std::atan;
using std::cos;
using std::exp;
using std::sin;
using std::sqrt;

#include "../many_points.hpp"

// A loop over points, which the compiler puts into lanes.
namespace
{
template <typename Function>
double each(const void* problem, const double* __restrict x, double* __restrict result)
{
    const std::int64_t count = static_cast<const Data*>(problem)->count, rows = many_points::stride(count);
#pragma GCC ivdep
    for (std::int64_t p = 0; p < count; p++) Function::at(many_points::Point<double, Function::Variables>{x, result, rows, p});
    return 0;
}
}

void* many_wood_prepare(const Data* data) { return new Data(*data); }
void* many_beale_prepare(const Data* data) { return new Data(*data); }
void* many_helical_prepare(const Data* data) { return new Data(*data); }
void* many_waves_prepare(const Data* data) { return new Data(*data); }

double many_wood_hessian(const void* problem, const double* x, const double*, double* result) { return each<many_points::Wood>(problem, x, result); }
double many_beale_hessian(const void* problem, const double* x, const double*, double* result) { return each<many_points::Beale>(problem, x, result); }
double many_helical_hessian(const void* problem, const double* x, const double*, double* result) { return each<many_points::Helical>(problem, x, result); }
double many_waves_hessian(const void* problem, const double* x, const double*, double* result) { return each<many_points::Waves>(problem, x, result); }
