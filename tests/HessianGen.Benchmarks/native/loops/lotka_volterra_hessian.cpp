#include "../lotka_volterra.hpp"

// The gradient, computed with numbers that carry their derivatives by all variables.
namespace
{
constexpr int Variables = 6;

struct Dual
{
    double value;
    double tangent[Variables];

    Dual() = default;
    Dual(double x) : value(x), tangent() {}
};

template <typename Function>
inline Dual make(double value, Function tangent)
{
    Dual result;
    result.value = value;
    for (int i = 0; i < Variables; i++) result.tangent[i] = tangent(i);
    return result;
}

inline double primal(const Dual& x) { return x.value; }
inline Dual operator+(const Dual& a, const Dual& b) { return make(a.value + b.value, [&](int i) { return a.tangent[i] + b.tangent[i]; }); }
inline Dual operator-(const Dual& a, const Dual& b) { return make(a.value - b.value, [&](int i) { return a.tangent[i] - b.tangent[i]; }); }
inline Dual operator-(const Dual& a, double b) { return make(a.value - b, [&](int i) { return a.tangent[i]; }); }
inline Dual operator*(const Dual& a, const Dual& b) { return make(a.value * b.value, [&](int i) { return a.value * b.tangent[i] + b.value * a.tangent[i]; }); }
inline Dual operator*(double a, const Dual& b) { return make(a * b.value, [&](int i) { return a * b.tangent[i]; }); }
}

double lotka_volterra_hessian(const void* problem, const double* p, const double*, double* result)
{
    Dual variables[Variables], gradient[Variables];
    for (int i = 0; i < Variables; i++)
    {
        variables[i] = p[i];
        variables[i].tangent[i] = 1;
    }
    double value = lotka_volterra::gradient(*static_cast<const Data*>(problem), variables, gradient);
    double* hessian = result + Variables;
    for (int i = 0; i < Variables; i++)
    {
        result[i] = gradient[i].value;
        for (int j = 0; j < Variables; j++) hessian[i * Variables + j] = gradient[i].tangent[j];
    }
    return value;
}
