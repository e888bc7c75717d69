using System;
using HessianGen;

namespace Corpus;

/// <summary>Misfit of an orbit to angles: every point solves M = E − e·sin E by Newton's iteration, a <c>while</c> to convergence.</summary>
public static partial class KeplerOrbit
{
    [Differentiable(Every.Product)]
    public static double Misfit([Variable] double eccentricity, [Variable] double motion, [Variable] double phase, ReadOnlySpan<double> time, ReadOnlySpan<double> angle)
    {
        double misfit = 0;
        for (int i = 0; i < time.Length; i++)
        {
            double mean = motion * time[i] + phase;
            double anomaly = mean + eccentricity * Math.Sin(mean);
            double correction = 1;
            int trips = 0;
            while (Math.Abs(correction) > 1e-12 && trips < 50)
            {
                correction = (anomaly - eccentricity * Math.Sin(anomaly) - mean) / (1 - eccentricity * Math.Cos(anomaly));
                anomaly -= correction;
                trips++;
            }

            double seen = 2 * Math.Atan2(Math.Sqrt(1 + eccentricity) * Math.Sin(anomaly / 2), Math.Sqrt(1 - eccentricity) * Math.Cos(anomaly / 2));
            misfit += 1 - Math.Cos(seen - angle[i]);
        }

        return misfit;
    }
}
