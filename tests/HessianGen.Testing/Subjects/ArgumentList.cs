using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace HessianGen.Testing.Subjects;

/// <summary>The boxed arguments of one call, seen as a point in the space of the independent variables.</summary>
/// <param name="method">The method that they are for.</param>
/// <param name="boxed">One object per parameter; spans are given as arrays. Never written to.</param>
public sealed class ArgumentList(SubjectMethod method, IReadOnlyList<object> boxed)
{
    /// <summary>The independent variables: the variable parameters' elements, concatenated in order.</summary>
    public double[] Point { get; } =
        [.. method.Parameters.Zip(boxed).Where(pair => pair.First.IsVariable).SelectMany(pair => Reals(pair.Second))];

    /// <summary>Copies of all arguments, which the method may overwrite.</summary>
    public object[] Copy() => [.. boxed.Select(argument => argument is Array array ? Copy(array) : argument)];

    /// <summary>Copies of all arguments as the compiler sees them: arrays that have a shape as their elements and what describes the shape.</summary>
    public object[] Parts() => [.. Copy().SelectMany(Parts)];

    /// <summary>Copies of all arguments with the variables moved to another point.</summary>
    public object[] At(double[] point)
    {
        int slot = 0;
        return Mapped(parameter => parameter.IsVariable, (parameter, argument) => parameter.Element == "double"
            ? Each(argument, _ => point[slot++])
            : Each(argument, _ => (float)point[slot++]));
    }

    /// <summary>Copies of all arguments with every real number replaced by one of another kind.</summary>
    /// <param name="variable">Makes the number for a variable, from its slot and value.</param>
    /// <param name="constant">Makes the number for any other real value.</param>
    public object[] Map<T>(Func<int, double, T> variable, Func<double, T> constant)
    {
        int slot = 0;
        return Mapped(parameter => parameter.IsReal, (parameter, argument) =>
            Each(argument, value => parameter.IsVariable ? variable(slot++, value) : constant(value)));
    }

    private object[] Mapped(Func<SubjectParameter, bool> applies, Func<SubjectParameter, object, object> map) =>
        [.. method.Parameters.Zip(Copy(), (parameter, argument) => applies(parameter) ? map(parameter, argument) : argument)];

    private static IEnumerable<object> Parts(object argument) => argument switch
    {
        Array { Rank: > 1 } array => [Flat(array.GetType().GetElementType()!, array.Cast<object>()), .. Enumerable.Range(0, array.Rank).Select(d => (object)array.GetLength(d))],
        Array[][] nested => [Flat(nested.SelectMany(rows => rows).First().GetType().GetElementType()!, nested.SelectMany(rows => rows).SelectMany(row => row.Cast<object>())), .. Shape(nested), .. Shape([.. nested.SelectMany(rows => rows)])],
        Array[] rows => [Flat(rows.GetType().GetElementType()!.GetElementType()!, rows.SelectMany(row => row.Cast<object>())), .. Shape(rows)],
        _ => [argument],
    };

    /// <summary>Where the rows start, and how long they are.</summary>
    private static int[][] Shape(Array[] rows) => [[.. rows.Select((_, i) => rows.Take(i).Sum(row => row.Length))], [.. rows.Select(row => row.Length)]];

    private static Array Flat(Type element, IEnumerable<object> values)
    {
        object[] all = [.. values];
        Array flat = Array.CreateInstance(element, all.Length);
        all.CopyTo(flat, 0);
        return flat;
    }

    private static Array Copy(Array array)
    {
        Array copy = (Array)array.Clone();
        if (copy is not Array[] rows) return copy;
        for (int i = 0; i < rows.Length; i++) rows[i] = Copy(rows[i]);
        return copy;
    }

    private static object Each<T>(object argument, Func<double, T> number) => argument switch
    {
        Array { Rank: > 1 } array => Rectangular(array, number),
        Array[][] nested => nested.Select(rows => (T[][])Each(rows, number)).ToArray(),
        Array[] rows => rows.Select(row => (T[])Each(row, number)).ToArray(),
        Array => (T[])[.. Reals(argument).Select(number)],
        _ => number(Reals(argument).Single())!,
    };

    private static Array Rectangular<T>(Array array, Func<double, T> number)
    {
        Array result = Array.CreateInstance(typeof(T), [.. Enumerable.Range(0, array.Rank).Select(array.GetLength)]);
        Span<T> elements = MemoryMarshal.CreateSpan(ref Unsafe.As<byte, T>(ref MemoryMarshal.GetArrayDataReference(result)), result.Length);
        int k = 0;
        foreach (double value in Reals(array)) elements[k++] = number(value);
        return result;
    }

    private static IEnumerable<double> Reals(object argument) => argument switch
    {
        double value => [value],
        float value => [value],
        double[] values => values,
        float[] values => values.Select(value => (double)value),
        Array[] rows => rows.SelectMany(Reals),
        Array { Rank: > 1 } array => array.Cast<object>().SelectMany(Reals),
        _ => throw new HarnessException($"A {argument.GetType().Name} cannot hold real numbers; write 1.0, not 1."),
    };
}
