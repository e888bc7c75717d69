namespace HessianGen.Conformance.Tests.Lanes;

public static partial class LaneTable
{
    /// <summary>Inner loops that end sooner in some iterations than in others.</summary>
    private static IEnumerable<LaneRow> Loops =>
    [
        new("LoopsOfVaryingLength", """
            double F([Variable] double[] w, double[] t, int[] length)
            {
                double sum = 0;
                for (int n = 0; n < t.Length; n++)
                {
                    double y = t[n];
                    for (int k = 0; k < length[n]; k++) y = w[k] * Math.Sin(y) + 0.1 * k;
                    sum += y * y;
                }

                return sum;
            }
            """, (r, n) => [r.Vector(5), r.Vector(n), r.Integers(n, 6)]),
        new("LoopsThatBeginLate", """
            double F([Variable] double[] w, double[] t, int[] first)
            {
                double sum = 0;
                for (int n = 0; n < t.Length; n++)
                {
                    double y = t[n];
                    for (int k = first[n]; k < w.Length; k++) y = w[k] * Math.Cos(y) + t[n];
                    sum += y * w[0];
                }

                return sum;
            }
            """, (r, n) => [r.Vector(5), r.Vector(n), r.Integers(n, 8)]),
        new("LoopsDownwards", """
            double F([Variable] double[] w, double[] t, int[] last)
            {
                double sum = 0;
                for (int n = 0; n < t.Length; n++)
                {
                    double y = w[4], z = t[n];
                    for (int k = last[n] - 1; k >= 0; k--) y = y * t[n] + w[k];
                    for (int k = 3; k > last[n]; k -= 2) z = z * w[k] + Math.Exp(z);
                    sum += y * z;
                }

                return sum;
            }
            """, (r, n) => [r.Vector(5), r.Vector(n), r.Integers(n, 5)]),
        new("LoopsAsLongAsTheCounter", """
            double F([Variable] double[] w, double[] t)
            {
                double sum = 0;
                for (int n = 0; n < t.Length; n++)
                {
                    double y = w[0];
                    for (int k = n - 9; k < 4; k++) y = w[1] * y * y + w[2] * t[n];
                    for (int k = 0; k < n % 7; k++) y += w[k % 3] / (2 + y * y);
                    sum += y;
                }

                return sum;
            }
            """, (r, n) => [r.Vector(3, -0.4, 0.4), r.Vector(n)]) { LargeSize = 203 },
        new("CountedSteps", """
            double F([Variable] double[] w, double[] t)
            {
                double sum = 0;
                for (int n = 0; n < t.Length; n++)
                {
                    double y = t[n] + w[0];
                    int halvings = 0, odd = 0;
                    while (Math.Abs(y) > 0.1)
                    {
                        y = 0.5 * y * w[1 + halvings % 2];
                        halvings++;
                        if (y > 0.2) odd += 1;
                    }

                    sum += y * y * w[1] + halvings * w[0] - odd * w[2] * w[2];
                }

                return sum;
            }
            """, (r, n) => [r.Vector(3, 0.5, 1.5), r.Vector(n, -3, 3)]),
        new("StepsAfterSteps", """
            double F([Variable] double[] w, double[] t)
            {
                double sum = 0;
                for (int n = 0; n < t.Length; n++)
                {
                    double y = t[n];
                    int k = 0;
                    while (y < 0.7 && k < 9)
                    {
                        y = y + w[k % 4] * w[k % 4] + 0.01;
                        k++;
                    }

                    double z = y * k;
                    while (z > 1 && k > 0)
                    {
                        z *= Math.Tanh(w[k % 4]);
                        k--;
                    }

                    k = 1;
                    do
                    {
                        z = Math.Sqrt(z * z + w[k]);
                        k++;
                    }
                    while (z < 1 && k < 4);
                    sum += z + k;
                }

                return sum;
            }
            """, (r, n) => [r.Vector(4, 0.2, 0.9), r.Vector(n)]),
        new("StepsInSteps", """
            double F([Variable] double[] w, double[] t)
            {
                double sum = 0;
                for (int n = 0; n < t.Length; n++)
                {
                    double y = t[n] * w[0], total = 0;
                    int outer = 0;
                    while (y > 0.3)
                    {
                        double z = y;
                        int inner = 0;
                        while (z > 0.2 * w[1])
                        {
                            z *= 0.6 * w[2];
                            total += z * z;
                            inner++;
                        }

                        y -= 0.3 * w[0] * inner;
                        outer += inner > 2 ? 1 : 2;
                    }

                    sum += total * outer + y;
                }

                return sum;
            }
            """, (r, n) => [r.Vector(3, 0.7, 1.1), r.Vector(n, -1, 3)]),
        new("StepsInTurns", """
            double F([Variable] double[] w, double[] t)
            {
                double sum = 0;
                for (int n = 0; n < t.Length; n++)
                {
                    double y = t[n];
                    int steps = 0;
                    for (int k = 0; k < 3; k++)
                    {
                        y += w[k];
                        while (Math.Abs(y) > 0.5)
                        {
                            y *= 0.6 * w[3];
                            steps++;
                        }
                    }

                    sum += y * w[0] * steps;
                }

                return sum;
            }
            """, (r, n) => [r.Vector(4, 0.3, 1.2), r.Vector(n, -3, 3)]),
        new("StepsOfSomeLanes", """
            double F([Variable] double[] w, double[] t)
            {
                double sum = 0;
                for (int n = 0; n < t.Length; n++)
                {
                    double y = t[n];
                    int steps = 0;
                    if (y > 0)
                    {
                        while (y < 2 && steps < 6)
                        {
                            y = y * (1 + w[0] * w[0]) + 0.1;
                            steps++;
                        }
                    }
                    else
                    {
                        for (int k = 0; k < 3; k++) y -= w[1] * y * k;
                        int rest = 3;
                        while (rest > 0)
                        {
                            y += w[rest % 2] * t[n];
                            rest--;
                        }
                    }

                    sum += y * y + steps;
                }

                return sum;
            }
            """, (r, n) => [r.Vector(2), r.Vector(n)]),
        new("BreaksAndFlags", """
            double F([Variable] double[] w, double[] t)
            {
                double sum = 0;
                for (int n = 0; n < t.Length; n++)
                {
                    double y = t[n];
                    bool isDone = false;
                    for (int k = 0; k < 12 && !isDone; k++)
                    {
                        if (k == n % 5) continue;
                        double next = y - (y * y - w[0] - t[n] * t[n]) / (2 * y + w[1]);
                        isDone = Math.Abs(next - y) < 0.05;
                        if (next > 30) break;
                        y = next;
                    }

                    sum += isDone ? y * w[1] : Math.Log(1 + y * y);
                }

                return sum;
            }
            """, (r, n) => [r.Vector(2, 1, 2), r.Vector(n, 0.5, 2)]),
        new("MemoryOfSteps", """
            double F([Variable] double[] w, double[] t, int[] length)
            {
                double sum = 0;
                for (int n = 0; n < t.Length; n++)
                {
                    double[] path = new double[length[n] + 2];
                    path[0] = t[n];
                    path[1] = w[0];
                    int last = 1;
                    while (last <= length[n])
                    {
                        path[last + 1] = w[1] * path[last] * path[last - 1] + w[0];
                        last++;
                    }

                    double[] squares = new double[9];
                    int k = 0;
                    while (k < last && path[k] > -0.5)
                    {
                        squares[k] = path[k] * path[k];
                        k++;
                    }

                    for (int i = 0; i < 9; i++) sum += squares[i] * w[i % 2];
                    sum += path[last];
                }

                return sum;
            }
            """, (r, n) => [r.Vector(2), r.Vector(n), r.Integers(n, 7)]),
        new("StepsOfAllLanes", """
            double F([Variable] double[] w, double[] t, int limit)
            {
                double sum = 0;
                for (int n = 0; n < t.Length; n++)
                {
                    double y = t[n];
                    int k = 0, power = 1;
                    while (power < limit)
                    {
                        y = Math.Sin(y + w[k % 3]);
                        power *= 2;
                        k++;
                    }

                    sum += y * k;
                }

                return sum;
            }
            """, (r, n) => [r.Vector(3), r.Vector(n), 20]),
        new("SearchOfEachLane", """
            double F([Variable] double[] w, double[] t)
            {
                double sum = 0;
                for (int n = 0; n < t.Length; n++)
                {
                    int low = 0, high = 8;
                    while (low < high)
                    {
                        int middle = (low + high) / 2;
                        if (0.25 * middle - 1 < t[n]) low = middle + 1;
                        else high = middle;
                    }

                    double u = t[n] - 0.25 * low;
                    sum += w[low] * u * u + w[(low + 1) % 9] * u * w[low];
                }

                return sum;
            }
            """, (r, n) => [r.Vector(9), r.Vector(n)]),
        new("FloatSteps", """
            float F([Variable] float[] w, float[] t, int[] length)
            {
                float sum = 0;
                for (int n = 0; n < t.Length; n++)
                {
                    float y = t[n];
                    for (int k = length[n]; k < 4; k++) y = w[0] * y * y + w[1];
                    int steps = 0;
                    while (MathF.Abs(y) > 0.25f && steps < 20)
                    {
                        y *= 0.5f;
                        steps++;
                    }

                    for (int k = 0; k < steps; k++) y += w[1] * 0.125f * k;
                    sum += y;
                }

                return sum;
            }
            """, (r, n) => [r.Dyadics(2), r.Dyadics(n), r.Integers(n, 6)]) { Tolerance = 1e-4 },
        new("StepsInLongs", """
            double F([Variable] double[] w, double[] t, int[] length)
            {
                double sum = 0;
                for (int n = 0; n < t.Length; n++)
                {
                    long steps = 0, stop = length[n] * 3L;
                    double y = t[n];
                    while (steps < stop)
                    {
                        y = 0.9 * y * w[0] + w[1];
                        steps += 2;
                    }

                    sum += y * steps;
                }

                return sum;
            }
            """, (r, n) => [r.Vector(2), r.Vector(n), r.Integers(n, 4)]),
    ];
}
