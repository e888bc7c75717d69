namespace HessianGen.Benchmarks.Workloads;

/// <summary>W6: the squared misfit of a predator-prey model under RK4, in four rates and two initial values; every step needs the one before.</summary>
public static partial class LotkaVolterra
{
    [Differentiable(Derivatives.Value | Derivatives.Gradient | Derivatives.HessianVectorProduct | Derivatives.Hessian)]
    public static double Misfit([Variable] ReadOnlySpan<double> p, ReadOnlySpan<double> observed, double dt)
    {
        double u = p[4], v = p[5], misfit = 0;
        for (int step = 0; step < observed.Length / 2; step++)
        {
            double k1u = u * (p[0] - p[1] * v), k1v = v * (p[3] * u - p[2]);
            double au = u + 0.5 * dt * k1u, av = v + 0.5 * dt * k1v;
            double k2u = au * (p[0] - p[1] * av), k2v = av * (p[3] * au - p[2]);
            double bu = u + 0.5 * dt * k2u, bv = v + 0.5 * dt * k2v;
            double k3u = bu * (p[0] - p[1] * bv), k3v = bv * (p[3] * bu - p[2]);
            double cu = u + dt * k3u, cv = v + dt * k3v;
            double k4u = cu * (p[0] - p[1] * cv), k4v = cv * (p[3] * cu - p[2]);
            u += dt / 6 * (k1u + 2 * k2u + 2 * k3u + k4u);
            v += dt / 6 * (k1v + 2 * k2v + 2 * k3v + k4v);
            double ru = u - observed[2 * step], rv = v - observed[2 * step + 1];
            misfit += ru * ru + rv * rv;
        }

        return misfit;
    }
}
