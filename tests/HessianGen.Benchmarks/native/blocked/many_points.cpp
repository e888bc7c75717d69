#include <cmath>
#include <immintrin.h>

// Eight points to a vector, with the functions of libmvec.
typedef double Eight __attribute__((vector_size(64)));

extern "C"
{
    __m512d _ZGVeN8v_sin(__m512d), _ZGVeN8v_cos(__m512d), _ZGVeN8v_exp(__m512d), _ZGVeN8v_atan(__m512d);
}

static inline Eight sin(Eight x) { return _ZGVeN8v_sin(x); }
static inline Eight cos(Eight x) { return _ZGVeN8v_cos(x); }
static inline Eight exp(Eight x) { return _ZGVeN8v_exp(x); }
static inline Eight atan(Eight x) { return _ZGVeN8v_atan(x); }
static inline Eight sqrt(Eight x) { return _mm512_sqrt_pd(x); }

#include "../many_points.hpp"

namespace
{
void* prepared(const Data* data) { return data->count % 8 == 0 ? new Data(*data) : nullptr; }

template <typename Function>
double each(const void* problem, const double* __restrict x, double* __restrict result)
{
    const std::int64_t count = static_cast<const Data*>(problem)->count, rows = many_points::stride(count);
    for (std::int64_t p = 0; p < count; p += 8) Function::at(many_points::Point<Eight, Function::Variables>{x, result, rows, p});
    return 0;
}
}

void* many_wood_prepare(const Data* data) { return prepared(data); }
void* many_beale_prepare(const Data* data) { return prepared(data); }
void* many_helical_prepare(const Data* data) { return prepared(data); }
void* many_waves_prepare(const Data* data) { return prepared(data); }

double many_wood_hessian(const void* problem, const double* x, const double*, double* result) { return each<many_points::Wood>(problem, x, result); }
double many_beale_hessian(const void* problem, const double* x, const double*, double* result) { return each<many_points::Beale>(problem, x, result); }
double many_helical_hessian(const void* problem, const double* x, const double*, double* result) { return each<many_points::Helical>(problem, x, result); }
double many_waves_hessian(const void* problem, const double* x, const double*, double* result) { return each<many_points::Waves>(problem, x, result); }
