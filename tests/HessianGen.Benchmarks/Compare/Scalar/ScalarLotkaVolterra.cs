namespace HessianGen.Benchmarks.Compare.Scalar;

/// <summary>The gradient of W6 as plain loops: the points are kept, the stages of a step computed again on the way back.</summary>
internal static class ScalarLotkaVolterra
{
    public static double Gradient(ReadOnlySpan<double> p, ReadOnlySpan<double> observed, double dt, Span<double> gradient)
    {
        Span<double> trace = stackalloc double[observed.Length];
        Rates rates = new(p[0], p[1], p[2], p[3]);
        double u = p[4], v = p[5], misfit = 0;
        for (int i = 0; i < observed.Length; i += 2)
        {
            trace[i] = u;
            trace[i + 1] = v;
            (double k1u, double k1v) = rates.Slope(u, v);
            (double k2u, double k2v) = rates.Slope(u + 0.5 * dt * k1u, v + 0.5 * dt * k1v);
            (double k3u, double k3v) = rates.Slope(u + 0.5 * dt * k2u, v + 0.5 * dt * k2v);
            (double k4u, double k4v) = rates.Slope(u + dt * k3u, v + dt * k3v);
            u += dt / 6 * (k1u + 2 * k2u + 2 * k3u + k4u);
            v += dt / 6 * (k1v + 2 * k2v + 2 * k3v + k4v);
            double ru = u - observed[i], rv = v - observed[i + 1];
            misfit += ru * ru + rv * rv;
        }

        gradient.Clear();
        double backU = 0, backV = 0;
        for (int i = observed.Length - 2; i >= 0; i -= 2)
        {
            backU += 2 * (u - observed[i]);
            backV += 2 * (v - observed[i + 1]);
            u = trace[i];
            v = trace[i + 1];
            (double k1u, double k1v) = rates.Slope(u, v);
            double u2 = u + 0.5 * dt * k1u, v2 = v + 0.5 * dt * k1v;
            (double k2u, double k2v) = rates.Slope(u2, v2);
            double u3 = u + 0.5 * dt * k2u, v3 = v + 0.5 * dt * k2v;
            (double k3u, double k3v) = rates.Slope(u3, v3);
            double u4 = u + dt * k3u, v4 = v + dt * k3v;

            double shareU = dt / 6 * backU, shareV = dt / 6 * backV;
            (double back4U, double back4V) = rates.Back(u4, v4, shareU, shareV, gradient);
            (double back3U, double back3V) = rates.Back(u3, v3, 2 * shareU + dt * back4U, 2 * shareV + dt * back4V, gradient);
            (double back2U, double back2V) = rates.Back(u2, v2, 2 * shareU + 0.5 * dt * back3U, 2 * shareV + 0.5 * dt * back3V, gradient);
            (double back1U, double back1V) = rates.Back(u, v, shareU + 0.5 * dt * back2U, shareV + 0.5 * dt * back2V, gradient);
            backU += back4U + back3U + back2U + back1U;
            backV += back4V + back3V + back2V + back1V;
        }

        gradient[4] = backU;
        gradient[5] = backV;
        return misfit;
    }

    private readonly record struct Rates(double A, double B, double C, double D)
    {
        public (double U, double V) Slope(double u, double v) => (u * (A - B * v), v * (D * u - C));

        /// <summary>From the adjoints of the slopes at a point to its own; adds those of the rates.</summary>
        public (double U, double V) Back(double u, double v, double slopeU, double slopeV, Span<double> gradient)
        {
            double factorU = slopeU * u, factorV = slopeV * v;
            gradient[0] += factorU;
            gradient[1] -= factorU * v;
            gradient[2] -= factorV;
            gradient[3] += factorV * u;
            return (slopeU * (A - B * v) + factorV * D, slopeV * (D * u - C) - factorU * B);
        }
    }
}
