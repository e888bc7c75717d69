using System.Reflection;
using HessianGen.Fuzz.Grammar;
using HessianGen.Testing.Oracles;
using HessianGen.Testing.Subjects;

namespace HessianGen.Fuzz.Checking;

/// <summary>One program at a few points: compiled, interpreted, and its generated members against hyper-dual numbers.</summary>
internal sealed class Trial(Subject subject, int place, HyperDualOracle oracle, Type members, Interpretation interpretation)
{
    private const double Largest = 1e8;

    /// <summary>What an element access or a division throws, which is left out where nobody needs what it gives; then the rest runs, and may throw something else.</summary>
    private static readonly string?[] Unused = [nameof(IndexOutOfRangeException), nameof(DivideByZeroException)];

    private readonly SubjectMethod method = subject.In(Sources.TypeOf(place));

    private Tally tally;

    public Verdict Run()
    {
        foreach (object[] pool in Pool.Points(subject))
        {
            if (At(pool) is { } failure) return failure;
        }

        return new(Outcome.Agrees) { Tally = tally };
    }

    private Verdict? At(object[] pool)
    {
        ArgumentList own = new(method, Pool.Of(subject, pool)), all = new(oracle.Method, [place, .. pool]);
        int[] slots = Pool.Slots(subject, pool);
        int n = own.Point.Length;
        double[] direction = [.. Enumerable.Range(0, n).Select(k => Math.Round(Math.Cos(1 + 2.4 * k), 3))], wide = Wide(direction);
        Close close = new(subject.IsSingle);

        Reading value = Reading.Of(() => [Member("Value")(own.Copy(), [])]);
        Func<ArgumentList, double[]>
            valueAt = at => [oracle.Value(at)],
            gradientAt = at => Narrow(oracle.Gradient(at)),
            productAt = at => Narrow(oracle.HessianVectorProduct(at, wide)),
            diagonalAt = at => Narrow(oracle.HessianDiagonal(at));
        return Compare("translation", value, () => [interpretation.Run(own.Parts())], valueAt)
            ?? Compare("oracle", value, () => valueAt(all), valueAt)
            ?? Compare("value beside the gradient", value, () => [Call("Gradient", direction).Value], valueAt)
            ?? Compare("gradient", Reading.Of(() => gradientAt(all)), () => Call("Gradient", direction).Output, gradientAt)
            ?? Compare("product", Reading.Of(() => productAt(all)), () => Call("HessianVectorProduct", direction).Output, productAt)
            ?? SecondOrder();

        Verdict? SecondOrder()
        {
            if (subject.Products.HasFlag(Derivatives.HessianDiagonal)) return Compare("diagonal", Reading.Of(() => diagonalAt(all)), () => Call("HessianDiagonal", direction).Output, diagonalAt);
            return Compare("Hessian along the direction", Reading.Of(() => productAt(all)), () => Times(Call("Hessian", direction).Output), productAt)
                ?? Compare("diagonal of the Hessian", Reading.Of(() => diagonalAt(all)), () => [.. Call("Hessian", direction).Output.Where((_, k) => k % (n + 1) == 0)], diagonalAt);
        }

        double[] Times(double[] matrix) => [.. Enumerable.Range(0, n).Select(i => Enumerable.Range(0, n).Sum(j => matrix[i * n + j] * direction[j]))];

        double[] Wide(double[] narrow)
        {
            double[] result = new double[all.Point.Length];
            for (int k = 0; k < narrow.Length; k++) result[slots[k]] = narrow[k];
            return result;
        }

        double[] Narrow(double[] result) => [.. slots.Select(slot => result[slot])];

        (double Value, double[] Output) Call(string suffix, double[] along)
        {
            Array output = Numbers(Enumerable.Repeat(double.NaN, suffix == "Hessian" ? n * n : n));
            Array[] before = suffix is "HessianVectorProduct" or "Hessian" ? [Numbers(along)] : [];
            double result = Member(suffix)(own.Copy(), [.. before, output]);
            return (result, [.. output.Cast<object>().Select(entry => Convert.ToDouble(entry, null))]);
        }

        Verdict? Compare(string what, Reading expected, Func<double[]> compute, Func<ArgumentList, double[]> elsewhere)
        {
            Reading actual = Reading.Of(compute);

            // Without variables a product has nothing to compute, and nothing that could throw.
            if (actual.Numbers is [] || expected.Numbers is { } numbers && !numbers.All(entry => Math.Abs(entry) <= Largest))
            {
                tally += new Tally(0, 0, 1);
                return null;
            }

            if (what is not ("translation" or "oracle") && Unused.Contains(expected.Failure) && actual.Failure != expected.Failure)
            {
                tally += new Tally(0, 0, 0, 1);
                return null;
            }

            bool isNearAKink = false;
            if (close.Agree(expected, actual, () => [Reading.Of(() => elsewhere(all)), .. Nearby(elsewhere)], ref isNearAKink))
            {
                tally += isNearAKink ? new Tally(0, 0, 1) : expected.Numbers is null ? new Tally(0, 1, 0) : new Tally(1, 0, 0);
                return null;
            }

            string label = expected.Failure is null && actual.Failure is null ? what : $"{what}: {expected.Failure ?? "a number"} became {actual.Failure ?? "a number"}";
            return new(Outcome.Mismatch, label, $"{what}\n  expected {expected}\n  computed {actual}\n  where {string.Join(", ", subject.Parameters.Zip(Pool.Of(subject, pool)).Select(pair => $"{pair.First.Name} = {Shown.Of(pair.Second)}"))}\n  along {Shown.Of(direction)}");
        }

        // The oracle a few rounding errors away, in its arguments and in its functions: next to a kink, or in chaos, it is far from what it was.
        IEnumerable<Reading> Nearby(Func<ArgumentList, double[]> quantity)
        {
            Random random = new(subject.Seed);
            Noise noise = subject.IsSingle ? new(random, 1e-7, 6e-8) : new(random, 5e-16, 0);
            for (int k = 0; k < 16; k++)
            {
                double[] moved = [.. all.Point.Select(x => x * (1 + (random.NextDouble() - 0.5) * (subject.IsSingle ? 2e-6 : 2e-12)))];
                yield return HyperDualMath.With(noise, () => Reading.Of(() => quantity(new(oracle.Method, all.At(moved)))));
            }
        }
    }

    private Array Numbers(IEnumerable<double> numbers) => subject.IsSingle ? numbers.Select(x => (float)x).ToArray() : numbers.ToArray();

    private Func<object[], Array[], double> Member(string name) =>
        members.GetMethod($"{name}{place}", BindingFlags.Static | BindingFlags.Public)!.CreateDelegate<Func<object[], Array[], double>>();
}
