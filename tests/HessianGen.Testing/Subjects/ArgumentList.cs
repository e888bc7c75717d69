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
    public object[] At(double[] point) => Mapped<double>(
        (slot, _) => point[slot],
        (parameter, values) => parameter.Element == "double" ? Held(parameter, values) : Held(parameter, Array.ConvertAll(values, value => (float)value)),
        onlyVariables: true);

    /// <summary>Copies of all arguments with every real number replaced by one of another kind.</summary>
    /// <param name="variable">Makes the number for a variable, from its slot and value.</param>
    /// <param name="constant">Makes the number for any other real value.</param>
    public object[] Map<T>(Func<int, double, T> variable, Func<double, T> constant) => Mapped(
        (slot, value) => slot < 0 ? constant(value) : variable(slot, value), Held, onlyVariables: false);

    private object[] Mapped<T>(Func<int, double, T> number, Func<SubjectParameter, T[], object> hold, bool onlyVariables)
    {
        object[] result = Copy();
        int slot = 0;
        for (int i = 0; i < result.Length; i++)
        {
            SubjectParameter parameter = method.Parameters[i];
            if (parameter.IsVariable || parameter.IsReal && !onlyVariables)
            {
                result[i] = hold(parameter, [.. Reals(result[i]).Select(value => number(parameter.IsVariable ? slot++ : -1, value))]);
            }
        }

        return result;
    }

    private static object Held<T>(SubjectParameter parameter, T[] values) =>
        parameter.Shape == ParameterShape.Scalar ? values[0]! : values;

    private static IEnumerable<double> Reals(object argument) => argument switch
    {
        double value => [value],
        float value => [value],
        double[] values => values,
        float[] values => values.Select(value => (double)value),
        _ => throw new HarnessException($"A {argument.GetType().Name} cannot hold real numbers; write 1.0, not 1."),
    };
}
