using HessianGen.Conformance.Tests.Products;
using HessianGen.Testing;
using HessianGen.Testing.Subjects;

namespace HessianGen.Conformance.Tests.Lanes;

/// <summary>Loops in lanes, at sizes around every number of lanes.</summary>
public sealed class LaneTests
{
    private const int LargestHessian = 17;

    public static TheoryData<string> Names => LaneTable.Names;

    public static TheoryData<string> NamesInLanes => [.. LaneTable.InLanes.Select(row => row.Name)];

    [Theory, MemberData(nameof(Names))]
    public void Products_AgreeWithHyperDualNumbers(string name)
    {
        (LaneRow row, LaneSubject subject) = (LaneTable.Of(name), LaneSubject.Of(LaneTable.Of(name)));
        foreach (ArgumentList arguments in subject.Points)
        {
            double[] direction = ConformanceSubject.Direction(arguments);
            double expected = subject.Oracle.Value(arguments);
            foreach (ProductMember member in row.Members.Where(member => member.Product != Derivatives.Hessian || arguments.Point.Length <= LargestHessian))
            {
                double[][] spans = ConformanceSubject.NewSpans(member, arguments, garbage: double.NaN);
                double value = subject.Members.Call(member, arguments.Copy(), spans);
                if (member.ReturnsValue) Close.To(expected, value, row.Tolerance, $"value of {member}");
                foreach ((ProductSpan span, double[] actual) in member.Spans.Zip(spans).Where(pair => !pair.First.IsInput))
                {
                    Close.To(Expected.Of(span, subject.Oracle, arguments, direction), actual, row.Tolerance, $"{span.Name} of {member}");
                }
            }
        }
    }

    [Theory, MemberData(nameof(Names))]
    public void Products_AllocateNothing(string name)
    {
        LaneSubject subject = LaneSubject.Of(LaneTable.Of(name));
        foreach (ArgumentList arguments in subject.Points)
        {
            object[] copy = arguments.Copy();
            foreach (ProductMember member in subject.Row.Members)
            {
                double[][] spans = ConformanceSubject.NewSpans(member, arguments, garbage: 0);
                long bytes = Allocation.Of(() => subject.Members.Call(member, copy, spans));
                Assert.True(bytes == 0, $"{member} allocates {bytes} bytes for {arguments.Point.Length} variables.");
            }
        }
    }

    [Theory, MemberData(nameof(Names))]
    public void SpanOfTheWrongLength_ThrowsNamingIt_AndNothingIsWritten(string name)
    {
        const double untouched = 1234.5;
        LaneSubject subject = LaneSubject.Of(LaneTable.Of(name));
        foreach (ArgumentList arguments in subject.Points)
        {
            foreach (ProductMember member in subject.Row.Members)
            {
                for (int wrong = 0; wrong < member.Spans.Length; wrong++)
                {
                    double[][] spans = ConformanceSubject.NewSpans(member, arguments, untouched);
                    spans[wrong] = [.. spans[wrong], untouched];
                    ArgumentException exception = Assert.ThrowsAny<ArgumentException>(() => { subject.Members.Call(member, arguments.Copy(), spans); });
                    Assert.Equal(member.Spans[wrong].Name, exception.ParamName);
                    Assert.All(
                        member.Spans.Zip(spans).Where(pair => !pair.First.IsInput),
                        pair => Assert.All(pair.Second, entry => Assert.Equal(untouched, entry)));
                }
            }
        }
    }

    [Theory, MemberData(nameof(Names))]
    public void Vectors_AreThere_WhereTheLoopCanRunInLanes(string name)
    {
        string[] inLanes = [.. LaneRow.Linear.Select(member => member.Suffix).Where(suffix => LaneSubject.Of(LaneTable.Of(name)).Outcome.Files.Any(file => file.Text.Contains($"F{suffix}Vector512(", StringComparison.Ordinal)))];
        string[] scattered = LaneTable.Scattered.TryGetValue(name, out string[]? known) ? known : [];
        Assert.Equal(LaneTable.Of(name).Scalar is null ? LaneRow.Linear.Select(member => member.Suffix).Except(scattered) : [], inLanes);
    }

    /// <summary>Arrays with one group of eight lanes where all that is asked of them are sums over the iterations, else with four.</summary>
    [Theory]
    [InlineData("PrivateSums", "part", 3, true)]
    [InlineData("PrivateSums", "mixed", 3, true)]
    [InlineData("PrivateSums_OfSomeLanes", "written", 3, false)]
    [InlineData("PrivateSums_OfSomeLanes", "read", 3, false)]
    [InlineData("PrivateSums_OfOtherUse", "squared", 3, false)]
    [InlineData("PrivateSums_OfOtherUse", "filled", 3, false)]
    [InlineData("PrivateSums_OfOtherUse", "scaled", 3, false)]
    [InlineData("PrivateSums_OfOtherUse", "factor", 3, false)]
    [InlineData("Mixture", "centredBar", 4, true)]
    public void SumsOfPrivateSums_HaveOneGroupOfLanes(string name, string array, int length, bool isOneGroup)
    {
        string text = string.Concat(LaneSubject.Of(LaneTable.Of(name)).Outcome.Files.Where(file => file.Text.Contains(array.EndsWith("Bar", StringComparison.Ordinal) ? "FGradientVector512(" : "FValueVector512(", StringComparison.Ordinal)).Select(file => file.Text));
        Assert.Matches($"{array} = workspace\\d*\\.Rent(Dirty)?<double>\\({(isOneGroup ? 8 : 32) * length}\\)", text);
        Assert.DoesNotMatch($"{array} = workspace\\d*\\.Rent(Dirty)?<double>\\({(isOneGroup ? 32 : 8) * length}\\)", text);
    }

    /// <summary>Two iterations at once, where both run through the same and the second goes one further at most.</summary>
    [Theory]
    [InlineData("Mixture", "row", true)]
    [InlineData("DenseLayers_OfAnySize", "k", true)]
    [InlineData("SkippingLayers_OfOddSize", "k", true)]
    [InlineData("TriangularFactor_OfAnySize", "i", true)]
    [InlineData("TriangularProducts", "row", true)]
    [InlineData("TriangularProducts", "before", false)]
    [InlineData("TriangularProducts", "twice", false)]
    [InlineData("TriangularProducts", "down", false)]
    public void OuterLoops_AreJammed_WhereTheInnerLoopIsLongerByOneAtMost(string name, string counter, bool isJammed)
    {
        string text = LaneSubject.Of(LaneTable.Of(name)).Outcome.Files.Single(file => file.Text.Contains("FValueVector512(", StringComparison.Ordinal)).Text;
        Assert.Equal(isJammed, text.Contains($"{counter} += 2", StringComparison.Ordinal));
    }

    /// <summary>Sums along the rows of eight samples become one vector, with 512 bits or twice 256, in strips and in what is left: one sum and another, and the tangent of the first.</summary>
    [Theory, InlineData("FValueVector512(", 2), InlineData("FHessianVectorProductVector512(", 3)]
    public void SumsAlongRows_AreOneTreeEach(string member, int trees)
    {
        string text = LaneSubject.Of(LaneTable.Of("RowSums")).Outcome.Files.Single(file => file.Text.Contains(member, StringComparison.Ordinal)).Text;
        Assert.Equal(2 * 3 * trees, text.Split("Lanes.Sums(").Length - 1);
    }

    /// <summary>The functions of the normal distribution are those of vectors, in all members; the product has Φ only as its slope.</summary>
    [Theory]
    [InlineData("FValueVector512(", "NormalCdf", "NormalPdf", "Gaussian")]
    [InlineData("FGradientVector512(", "NormalCdf", "NormalPdf", "Gaussian")]
    [InlineData("FHessianVectorProductVector512(", "NormalPdf", "Gaussian")]
    public void FunctionsOfTheNormalDistribution_AreThoseOfVectors(string member, params string[] functions)
    {
        string text = LaneSubject.Of(LaneTable.Of("ExpectedImprovement")).Outcome.Files.Single(file => file.Text.Contains(member, StringComparison.Ordinal)).Text;
        Assert.All(functions, function => Assert.Contains($"VectorMath.{function}(", text, StringComparison.Ordinal));
    }

    /// <summary>Sizes too large for hyper-dual numbers: many strips, more weights than are summed up apart.</summary>
    [Theory, MemberData(nameof(NamesInLanes))]
    public void LargeSizes_AgreeWithTheScalarCode(string name)
    {
        LaneRow row = LaneTable.Of(name);
        LaneMembersAt wide = new(LaneSubject.Of(row).Members, row, row.LargeSize), scalar = new(LaneSubject.Of(row.Strict).Members, row, row.LargeSize);
        foreach (ProductMember member in LaneRow.Linear)
        {
            Close.To(scalar.Call(member), wide.Call(member), row.Tolerance, member.Suffix);
        }
    }
}
