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
    public object[] Copy() => [.. boxed.Select(argument => argument is Array array ? array.Clone() : argument)];

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

    private static object Each<T>(object argument, Func<double, T> number) =>
        argument is Array ? (T[])[.. Reals(argument).Select(number)] : number(Reals(argument).Single())!;

    private static IEnumerable<double> Reals(object argument) => argument switch
    {
        double value => [value],
        float value => [value],
        double[] values => values,
        float[] values => values.Select(value => (double)value),
        _ => throw new HarnessException($"A {argument.GetType().Name} cannot hold real numbers; write 1.0, not 1."),
    };
}
