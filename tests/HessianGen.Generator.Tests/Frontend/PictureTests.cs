namespace HessianGen.Generator.Tests.Frontend;

/// <summary>The shape of the IR where more is promised than its meaning: counted loops, closed forms, no flags, no needless checks.</summary>
public sealed class PictureTests
{
    [Theory]
    [InlineData("for (int i = 0; i < n; i++) s += v[i];", "in 0:i32..%2.n carrying")]
    [InlineData("for (int i = 0; i <= n; i++) s += v[i];", "in 0:i32..%0 carrying")]
    [InlineData("for (int i = n - 1; i >= 0; i--) s += v[i];", "..-1:i32 step -1 carrying")]
    [InlineData("for (int i = 0; n > i; i += 3) s += v[i];", "in 0:i32..%2.n step 3 carrying")]
    [InlineData("for (long i = 0; i < n; ++i) s += v[(int)i];", "in 0:i64..%0 carrying")]
    [InlineData("for (int i = 0, j = n; i < j; i++) s += v[i];", "in 0:i32..%2.n carrying")]
    [InlineData("for (int i = 0; i + 1 < v.Length; i++) s += v[i + 1];", "in 0:i32..%0 carrying")]
    [InlineData("foreach (double y in v) s += y;", "in 0:i32..%2.v.Length carrying")]
    public void ALoopThatCountsIsAFor(string loop, string header)
    {
        string picture = Picture.Of("double s = 0; " + loop + " return s;");
        Assert.Contains(header, picture);
        Assert.DoesNotContain("while", picture);
    }

    [Theory]
    [InlineData("for (int i = 0; i < n; i++) { if (v[i] < 0) break; s += v[i]; }")]
    [InlineData("for (int i = 0; i < n; i++) { s += v[i]; i++; }")]
    [InlineData("for (int i = 0; i < n; i++) { s += v[i]; n--; }")]
    [InlineData("for (int i = 0; i != n; i++) s += v[i];")]
    [InlineData("int[] k = [3]; for (int i = 0; i < k[0]; i++) { s += v[i]; k[0]--; }")]
    public void ALoopThatMayEndOtherwiseIsAWhile(string loop) => Assert.Contains("while", Picture.Of("double s = 0; " + loop + " return s;"));

    [Fact]
    public void AnIndexThatCountsAlongHasAClosedForm() => Assert.Equal(
        """
            %0.s = for %1.i in 0:i32..%2.n carrying (%3.s = 0)
                %4 = mul %1.i 2:i32
                %5.at = add 5:i32 %4
                %6 = @0.v[%5.at]
                %7.s = add %3.s %6
                yields %7.s
            yields %0.s
        """,
        Picture.Of("double s = 0; int at = 5; for (int i = 0; i < n; i++) { s += v[at]; at += 2; } return s;"));

    [Fact]
    public void AJumpNeedsNoFlagWhereTheRestCanStandInTheElse() => Assert.DoesNotContain(
        "true",
        Picture.Of("if (n < 0) return 0; double s = 0; for (int i = 0; i < n; i++) { if (v[i] < 0) continue; s += v[i]; } return s;"));

    [Theory]
    [InlineData("ReadOnlySpan<double> r = v.Slice(1, n); double s = 0; for (int i = 0; i < n; i++) s += r[i]; return s;")]
    [InlineData("ReadOnlySpan<double> r = v.Slice(1, n * n); double s = 0; for (int j = 0; j < n; j++) for (int i = 0; i < n; i++) s += r[j * n + i]; return s;")]
    [InlineData("ReadOnlySpan<double> r = v.Slice(1, n * n); double s = 0; for (int j = 0; j < n; j++) for (int i = 0; i <= j; i++) s += r[j * n + i]; return s;")]
    [InlineData("ReadOnlySpan<double> r = v.Slice(1, n); double s = 0; for (int i = n - 1; i >= 0; i--) s += r[i] * r[n - 1 - i]; return s;")]
    [InlineData("double s = 0; foreach (double y in v[1..]) s += y; return s;")]
    public void AnIndexThatIsEvidentlyInsideItsSliceIsNotChecked(string body) => Assert.Single(Checks(Picture.Of(body)));

    [Theory]
    [InlineData("ReadOnlySpan<double> r = v.Slice(1, n); double s = 0; for (int i = 0; i < n; i++) s += r[i + 1]; return s;")]
    [InlineData("ReadOnlySpan<double> r = v.Slice(1, n); double s = 0; for (int i = -1; i < n; i++) s += r[i]; return s;")]
    [InlineData("ReadOnlySpan<double> r = v.Slice(1, n); return r[(int)v[0]];")]
    public void AnyOtherIndexIntoASliceIs(string body) => Assert.Equal(2, Checks(Picture.Of(body)).Count());

    [Fact]
    public void AWholeArrayNeedsNoCheckOfItsOwn() => Assert.Empty(Checks(Picture.Of("double[] a = new double[n]; a[0] = x; return a[n - 1] + v[3];")));

    [Fact]
    public void ASumIntoAnArrayIsAnAccumulation() => Assert.Contains("@1.a[0:i32] += %1.x", Picture.Of("double[] a = new double[n]; a[0] += x; return a[0];"));

    [Fact]
    public void APowerWithAConstantIntegerIsAProduct() => Assert.DoesNotContain("pow", Picture.Of("return Math.Pow(x, 5) + Math.Pow(x, -2) + Math.Pow(x, 0);"));

    [Fact]
    public void WhatMayThrowIsNotEvaluatedInVain() => Assert.Contains("if ", Picture.Of("return n > 0 && v[n - 1] > 0 ? v[n - 1] : x;"));

    [Fact]
    public void ALoopCarriesOnlyWhatItChanges() => Assert.Contains(
        "carrying (%5.s = 0)\n",
        Picture.Of("double s = 0, t = x * 2, unused = 1; for (int i = 0; i < n; i++) { double local = v[i]; unused = local; s += local * t; } return s;"));

    private static IEnumerable<string> Checks(string picture) => picture.Split('\n').Where(line => line.TrimStart().StartsWith("check ", StringComparison.Ordinal));
}
