// compiler: g++
#include "../lotka_volterra.hpp"
#include "vector.hpp"

// The gradient, computed with numbers that carry their derivatives by all variables in one vector.
namespace
{
constexpr int Variables = 6;

struct Dual
{
    double value;
    Vector tangent;

    Dual() = default;
    Dual(double x) : value(x), tangent(zero()) {}
    Dual(double x, Vector t) : value(x), tangent(t) {}
};

inline double primal(const Dual& x) { return x.value; }
inline Dual operator+(const Dual& a, const Dual& b) { return {a.value + b.value, a.tangent + b.tangent}; }
inline Dual operator-(const Dual& a, const Dual& b) { return {a.value - b.value, a.tangent - b.tangent}; }
inline Dual operator-(const Dual& a, double b) { return {a.value - b, a.tangent}; }
inline Dual operator*(const Dual& a, const Dual& b) { return {a.value * b.value, multiply_add(broadcast(a.value), b.tangent, broadcast(b.value) * a.tangent)}; }
inline Dual operator*(double a, const Dual& b) { return {a * b.value, broadcast(a) * b.tangent}; }
}

double lotka_volterra_hessian(const void* problem, const double* p, const double*, double* result)
{
    Dual variables[Variables], gradient[Variables];
    for (int i = 0; i < Variables; i++)
    {
        double unit[Lanes] = {};
        unit[i] = 1;
        variables[i] = Dual(p[i], load(unit));
    }
    double value = lotka_volterra::gradient(*static_cast<const Data*>(problem), variables, gradient);
    double* hessian = result + Variables;
    for (int i = 0; i < Variables; i++)
    {
        result[i] = gradient[i].value;
        double row[Lanes];
        store(row, gradient[i].tangent);
        for (int j = 0; j < Variables; j++) hessian[i * Variables + j] = row[j];
    }
    return value;
}
