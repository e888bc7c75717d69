using HessianGen.Conformance.Tests.Products;
using HessianGen.Testing;
using HessianGen.Testing.Subjects;

namespace HessianGen.Conformance.Tests.Lanes;

/// <summary>A row's members at one size.</summary>
internal sealed class LaneMembersAt(LaneMembers members, LaneRow row, int size)
{
    private readonly ArgumentList arguments = new(members.Method, row.Sample(seed: 1, size));

    /// <summary>The value, and all outputs, of one call.</summary>
    public double[] Call(ProductMember member)
    {
        double[][] spans = ConformanceSubject.NewSpans(member, arguments, garbage: double.NaN);
        double value = members.Call(member, arguments.Copy(), spans);
        return [value, .. member.Spans.Zip(spans).Where(pair => !pair.First.IsInput).SelectMany(pair => pair.Second)];
    }

    /// <summary>The bytes that a warm call allocates, with something happening after each call.</summary>
    public long Allocates(ProductMember member, Action between)
    {
        object[] copy = arguments.Copy();
        double[][] spans = ConformanceSubject.NewSpans(member, arguments, garbage: 0);
        return Allocation.Of(() =>
        {
            members.Call(member, copy, spans);
            between();
        });
    }
}
