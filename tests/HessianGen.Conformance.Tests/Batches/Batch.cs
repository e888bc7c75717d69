using HessianGen.Testing.Subjects;

namespace HessianGen.Conformance.Tests.Batches;

/// <summary>Instances of one method at points of their own, side by side in rows as the members for batches take them.</summary>
internal sealed class Batch
{
    private readonly SubjectMethod _method;
    private readonly object[][] _instances;

    /// <param name="instances">The arguments of each instance; what instances share is that of the first.</param>
    public Batch(SubjectMethod method, object[][] instances, int stride)
    {
        (_method, Stride) = (method, stride);
        _instances = [.. instances.Select(own => method.Parameters.Select((parameter, k) => parameter.IsOwn ? own[k] : instances[0][k]).ToArray())];
    }

    public int Count => _instances.Length;

    public int Stride { get; }

    /// <summary>The arguments of one instance.</summary>
    public ArgumentList this[int instance] => new(_method, _instances[instance]);

    /// <summary>The arguments of the batch; the padding holds what nobody may use.</summary>
    /// <param name="template">Arguments for a batch of no instances.</param>
    public object[] Arguments(object[] template) => [.. _method.Parameters.Select((parameter, k) =>
        !parameter.IsOwn ? (Count > 0 ? _instances[0][k] : template[k])
        : parameter.Element == "float" ? Rows(k, float.NaN) : Rows(k, double.NaN))];

    /// <summary>Spans for a member: inputs hold the direction of each instance, outputs and padding the garbage.</summary>
    public double[][] Spans(ProductMember member, int n, Func<ArgumentList, double[]> direction, double garbage)
    {
        double[][] spans = [.. member.BatchSpans.Select(span => Enumerable.Repeat(garbage, span.Length(n) * Stride).ToArray())];
        for (int k = 0; k < spans.Length; k++)
        {
            if (!member.BatchSpans[k].IsInput) continue;
            for (int p = 0; p < Count; p++) Put(spans[k], p, direction(this[p]));
        }

        return spans;
    }

    /// <summary>The elements of one instance.</summary>
    public double[] Of(double[] rows, int instance) => [.. Enumerable.Range(0, Stride == 0 ? 0 : rows.Length / Stride).Select(k => rows[k * Stride + instance])];

    private T[] Rows<T>(int parameter, T padding)
    {
        T[][] own = [.. _instances.Select(arguments => arguments[parameter] as T[] ?? [(T)arguments[parameter]])];
        T[] rows = new T[(Count > 0 ? own[0].Length : _method.Parameters[parameter].Shape == ParameterShape.Scalar ? 1 : 0) * Stride];
        Array.Fill(rows, padding);
        for (int p = 0; p < Count; p++) Put(rows, p, own[p]);
        return rows;
    }

    private void Put<T>(T[] rows, int instance, T[] elements)
    {
        for (int k = 0; k < elements.Length; k++) rows[k * Stride + instance] = elements[k];
    }
}
