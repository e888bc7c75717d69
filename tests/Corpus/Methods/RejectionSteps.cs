using System;
using HessianGen;

namespace Corpus;

/// <summary>A chain of proposals that are shrunk or skipped: nested loops whose trips depend on the variables.</summary>
public static partial class RejectionSteps
{
    [Differentiable(Every.Product)]
    public static double Value([Variable] ReadOnlySpan<double> x, ReadOnlySpan<double> u, double c)
    {
        double t = 0.3;
        int accepted = 0, at = 0;
        while (at < x.Length)
        {
            double proposal = t + x[at];
            int halvings = 0;
            while (proposal * proposal > 1 && halvings < 3)
            {
                proposal = 0.5 * (proposal + t * c);
                halvings++;
            }

            if (u[at] > Math.Exp(-proposal * proposal) && accepted > 0)
            {
                at += 2;
                continue;
            }

            t = proposal * Math.Cos(t) + accepted * 0.1 * x[at];
            accepted += halvings > 0 ? 2 : 1;
            at++;
        }

        return t * accepted;
    }
}
