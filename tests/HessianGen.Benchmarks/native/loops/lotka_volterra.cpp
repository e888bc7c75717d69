// flags: -fno-tree-slp-vectorize
// To pack the two populations into lanes lengthens the chain from one step to the next.
#include "../lotka_volterra.hpp"

void* lotka_volterra_prepare(const Data* data)
{
    return data->count <= lotka_volterra::MaximalSteps ? new Data(*data) : nullptr;
}

double lotka_volterra_value(const void* problem, const double* p, const double*, double*)
{
    return lotka_volterra::value(*static_cast<const Data*>(problem), p);
}

double lotka_volterra_gradient(const void* problem, const double* p, const double*, double* gradient)
{
    return lotka_volterra::gradient(*static_cast<const Data*>(problem), p, gradient);
}
