using System.Globalization;
using HessianGen.Compiler.Differentiation;
using HessianGen.Compiler.Ir;

namespace HessianGen.Compiler.Tests.SpecialFunctions;

public sealed class SpecialFunctionTests
{
    [Fact]
    public void Measure()
    {
        var lines = File.ReadAllLines("/work/main/tests/HessianGen.Compiler.Tests/SpecialFunctions/special_functions.csv");
        using var o = new StreamWriter("/tmp/h5/measure.txt");
        foreach (var g in lines.Select(l => l.Split(',')).GroupBy(l => l[0]))
        {
            var parts = g.Key.Split(' ');
            Primitive row = Primitives.All.Single(p => p.Name == parts[0]);
            IrBuilder b = new();
            Value v = b.NewValue(ScalarType.F64, "x");
            Atom[] ops = parts.Length == 1 ? [v] : parts[0] == "huber" ? [v, Atom.OfFloat(double.Parse(parts[1], CultureInfo.InvariantCulture))] : [Atom.OfFloat(double.Parse(parts[1], CultureInfo.InvariantCulture)), v];
            Function f = b.ToFunction(row.Name, [new ScalarParameter("x", ParameterRole.User, true, v)], b.Apply(row, ops));
            Function third = Jvp.Run(Jvp.Run(Jvp.Run(f)));
            foreach (var l in g)
            {
                double x = double.Parse(l[1], CultureInfo.InvariantCulture);
                double[] one = [1];
                var all = Interpreter.Run(third, [x, one, one, one]).Results;
                double[] got = [(double)all[0], (double)all[1], (double)all[3], (double)all[7]];
                for (int k = 0; k < 4; k++)
                {
                    double t = double.Parse(l[2 + k], CultureInfo.InvariantCulture);
                    double e = t == got[k] ? 0 : Math.Abs(got[k] - t) / Math.Abs(t) * Math.ScaleB(1, 53);
                    o.WriteLine($"{g.Key} d{k} {x:R} {got[k]:R} {t:R} {e:F2}");
                }
            }
        }
    }
}
