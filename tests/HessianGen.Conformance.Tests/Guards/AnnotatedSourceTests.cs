using HessianGen.Testing;

namespace HessianGen.Conformance.Tests.Guards;

public sealed class AnnotatedSourceTests
{
    [Theory]
    //          annotated                    text         marked, in order
    [InlineData("a + [|b|] + c",             "a + b + c", "b")]
    [InlineData("[|a|] + [|b|]",             "a + b",     "a,b")]
    [InlineData("[|a + [|b|]|]",             "a + b",     "a + b,b")]
    [InlineData("x[i] | y",                  "x[i] | y",  "")]
    [InlineData("[|[|f|](x)|]",              "f(x)",      "f(x),f")]
    [InlineData("[||]",                      "",          "")]
    public void Parse_TakesTheMarksOut_AndKeepsTheirSpans(string annotated, string text, string marked)
    {
        AnnotatedSource source = AnnotatedSource.Parse(annotated);
        Assert.Equal(text, source.Text);
        Assert.Equal(marked, string.Join(',', source.Spans.Select(span => text.Substring(span.Start, span.Length))));
    }

    [Theory]
    [InlineData("[|a")]
    [InlineData("a|]")]
    [InlineData("[|a|]|]")]
    public void MarksThatDoNotPair_Throw(string annotated) =>
        Assert.Throws<FormatException>(() => AnnotatedSource.Parse(annotated));
}
