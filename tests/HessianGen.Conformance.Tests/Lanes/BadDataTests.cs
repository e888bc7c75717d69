using System.Collections.Concurrent;
using HessianGen.Conformance.Tests.Products;
using HessianGen.Testing.Subjects;

namespace HessianGen.Conformance.Tests.Lanes;

/// <summary>Where the method throws, its members throw the same: no lane reads or writes where the method would not.</summary>
/// <remarks>A derivative that needs no bad number may return, if that without lanes does.</remarks>
public sealed class BadDataTests
{
    private static readonly ConcurrentDictionary<string, PrimalFunction> Primals = new();

    public static TheoryData<string> Names => [.. BadTable.Rows.Select(row => row.ToString())];

    [Theory, MemberData(nameof(Names))]
    public void BadData_ThrowAsInTheMethod(string name)
    {
        BadRow bad = BadTable.Rows.Single(row => row.ToString() == name);
        LaneRow row = LaneTable.Of(bad.Row);
        LaneMembers members = LaneSubject.Of(row).Members, scalar = LaneSubject.Of(row.Strict).Members;
        PrimalFunction primal = Primals.GetOrAdd(row.Name, _ => PrimalFunction.Of(row.Source));
        int thrown = 0;
        foreach (int size in row.Sizes.Where(size => size > 0))
        {
            foreach (int place in new[] { 0, size / 2, size - 1 }.Distinct())
            {
                object[] arguments = row.Sample(seed: 1, size);
                bad.Spoil(arguments, place);
                if (Record.Exception(() => primal.Call([.. arguments])) is not { } expected) continue;
                thrown++;
                foreach (ProductMember member in LaneRow.Linear)
                {
                    if (member.Product == Derivatives.HessianVectorProduct && Record.Exception(() => Call(scalar, member, arguments)) is null) continue;
                    Exception? actual = Record.Exception(() => Call(members, member, arguments));
                    Assert.True(
                        expected.GetType() == actual?.GetType(),
                        $"{member.Suffix} of {bad}, iteration {place} of {size}: expected {expected.GetType().Name}, but {actual?.ToString() ?? "it returned"}");
                }
            }
        }

        Assert.True(thrown >= 3, $"The method throws for only {thrown} of these arguments.");
    }

    private static void Call(LaneMembers members, ProductMember member, object[] arguments)
    {
        int variables = members.Method.Parameters.Zip(arguments).Where(pair => pair.First.IsVariable).Sum(pair => pair.Second is Array array ? array.Length : 1);
        members.Call(member, [.. arguments], [.. member.Spans.Select(span => new double[span.Length(variables)])]);
    }
}
