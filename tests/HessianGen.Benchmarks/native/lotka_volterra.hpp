#pragma once

#include "workloads.hpp"

// The misfit and its gradient, the latter also for numbers that carry tangents. The gradient keeps the points only; the way back
// computes the stages again.
namespace lotka_volterra
{
constexpr int MaximalSteps = 1000;

inline double primal(double x) { return x; }

template <typename Number>
struct Rates
{
    Number a, b, c, d;
};

// One stage of the method: the slopes at a point, with the factors that the way back needs.
template <typename Number>
struct Stage
{
    Number u, v, factor_u, factor_v, slope_u, slope_v;

    Stage(const Rates<Number>& r, const Number& at_u, const Number& at_v)
        : u(at_u), v(at_v), factor_u(r.a - r.b * at_v), factor_v(r.d * at_u - r.c), slope_u(at_u * factor_u), slope_v(at_v * factor_v)
    {
    }
};

template <typename Number>
struct Step
{
    Stage<Number> k1, k2, k3, k4;

    Step(const Rates<Number>& rates, double dt, const Number& u, const Number& v)
        : k1(rates, u, v),
          k2(rates, u + 0.5 * dt * k1.slope_u, v + 0.5 * dt * k1.slope_v),
          k3(rates, u + 0.5 * dt * k2.slope_u, v + 0.5 * dt * k2.slope_v),
          k4(rates, u + dt * k3.slope_u, v + dt * k3.slope_v)
    {
    }

    void advance(double dt, Number& u, Number& v) const
    {
        u = u + dt / 6 * (k1.slope_u + 2.0 * (k2.slope_u + k3.slope_u) + k4.slope_u);
        v = v + dt / 6 * (k1.slope_v + 2.0 * (k2.slope_v + k3.slope_v) + k4.slope_v);
    }
};

// The adjoints of the rates, collected over all stages.
template <typename Number>
struct Adjoint
{
    Number a = 0.0, b = 0.0, c = 0.0, d = 0.0;

    // From the adjoints of the slopes to those of the point.
    void back(const Rates<Number>& r, const Stage<Number>& stage, const Number& slope_u, const Number& slope_v, Number& u, Number& v)
    {
        Number factor_u = slope_u * stage.u, factor_v = slope_v * stage.v;
        a = a + factor_u;
        b = b - factor_u * stage.v;
        c = c - factor_v;
        d = d + factor_v * stage.u;
        u = slope_u * stage.factor_u + factor_v * r.d;
        v = slope_v * stage.factor_v - factor_u * r.b;
    }
};

template <typename Number>
double value(const Data& data, const Number* p)
{
    const double dt = data.constant, *observed = data.inputs;
    const Rates<Number> rates = {p[0], p[1], p[2], p[3]};
    Number u = p[4], v = p[5];
    double misfit = 0;
    for (long i = 0; i < data.count; i++)
    {
        Step<Number>(rates, dt, u, v).advance(dt, u, v);
        double ru = u - observed[2 * i], rv = v - observed[2 * i + 1];
        misfit += ru * ru + rv * rv;
    }
    return misfit;
}

template <typename Number>
double gradient(const Data& data, const Number* p, Number* result)
{
    alignas(64) static Number trace[2 * MaximalSteps];
    const double dt = data.constant, *observed = data.inputs;
    const Rates<Number> rates = {p[0], p[1], p[2], p[3]};
    Number u = p[4], v = p[5];
    double misfit = 0;
    for (long i = 0; i < data.count; i++)
    {
        trace[2 * i] = u;
        trace[2 * i + 1] = v;
        Step<Number>(rates, dt, u, v).advance(dt, u, v);
        double ru = primal(u) - observed[2 * i], rv = primal(v) - observed[2 * i + 1];
        misfit += ru * ru + rv * rv;
    }

    Adjoint<Number> adjoint;
    Number back_u = 0.0, back_v = 0.0;
    for (long i = data.count - 1; i >= 0; i--)
    {
        back_u = back_u + 2.0 * (u - observed[2 * i]);
        back_v = back_v + 2.0 * (v - observed[2 * i + 1]);
        u = trace[2 * i];
        v = trace[2 * i + 1];
        Step<Number> step(rates, dt, u, v);
        Number share_u = dt / 6 * back_u, share_v = dt / 6 * back_v;
        Number u1, v1, u2, v2, u3, v3, u4, v4;
        adjoint.back(rates, step.k4, share_u, share_v, u4, v4);
        adjoint.back(rates, step.k3, 2.0 * share_u + dt * u4, 2.0 * share_v + dt * v4, u3, v3);
        adjoint.back(rates, step.k2, 2.0 * share_u + 0.5 * dt * u3, 2.0 * share_v + 0.5 * dt * v3, u2, v2);
        adjoint.back(rates, step.k1, share_u + 0.5 * dt * u2, share_v + 0.5 * dt * v2, u1, v1);
        back_u = back_u + u4 + u3 + u2 + u1;
        back_v = back_v + v4 + v3 + v2 + v1;
    }
    result[0] = adjoint.a;
    result[1] = adjoint.b;
    result[2] = adjoint.c;
    result[3] = adjoint.d;
    result[4] = back_u;
    result[5] = back_v;
    return misfit;
}
}
