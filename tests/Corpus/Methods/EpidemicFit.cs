using System;
using HessianGen;

namespace Corpus;

/// <summary>Squared error of the infected fraction in an SIR model (Kermack and McKendrick, 1927), several Euler steps to a day.</summary>
public static partial class EpidemicFit
{
    [Differentiable(Every.Product)]
    public static double Misfit([Variable] double contact, [Variable] double recovery, [Variable] double infectedAtStart, ReadOnlySpan<double> infected)
    {
        const int Steps = 4;
        var state = (S: 1 - infectedAtStart, I: infectedAtStart, R: 0.0);
        double misfit = 0;
        foreach (double observed in infected)
        {
            for (int step = 0; step < Steps; step++)
            {
                double newlyIll = contact * state.S * state.I / Steps;
                double newlyWell = recovery * state.I / Steps;
                state = (state.S - newlyIll, state.I + newlyIll - newlyWell, state.R + newlyWell);
            }

            misfit += (state.I - observed) * (state.I - observed);
        }

        return misfit + 1e-3 * state.R;
    }
}
