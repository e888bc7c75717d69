using Corpus;
using HessianGen.Benchmarks.Costs;
using HessianGen.Compiler;
using HessianGen.Conformance.Tests.Lanes;
using HessianGen.Conformance.Tests.Products;
using HessianGen.Runtime;
using HessianGen.Testing;
using HessianGen.Testing.Subjects;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HessianGen.Conformance.Tests.GeneratedCode;

/// <summary>Generated methods need little stack, on any thread; what needs more is in the workspace, which stays with its thread.</summary>
public sealed class StackTests
{
    private const int MostBytes = 16 * 1024;

    public static TheoryData<string> CorpusRows => CorpusTheory.AcceptedRows;

    public static TheoryData<string> LaneRows => LaneTable.Names;

    [Theory, MemberData(nameof(CorpusRows))]
    public void MembersOfTheCorpus_HaveFewBytesOfArraysOnTheStack(string name)
    {
        MethodSource source = MethodCosts.Parse(InMemory.Compile(CorpusTable.Of(name).Sources));
        foreach (Product product in Enum.GetValues<Product>().Where(p => p != Product.None && source.Products.HasFlag(p) && CompilerPipeline.Supported.HasFlag(p)))
        {
            foreach (Compiler.GeneratedFile file in CompilerPipeline.Compile(source, product, default)) Check(file.Text);
        }
    }

    [Theory, MemberData(nameof(LaneRows))]
    public void MembersInLanes_HaveFewBytesOfArraysOnTheStack(string name) => Assert.All(LaneSubject.Of(LaneTable.Of(name)).Outcome.Texts, file => Check(file.Text));

    [Fact]
    public void WhatBreaksTheLaw_IsFound()
    {
        Assert.ThrowsAny<Exception>(() => Check("class C { void M() { Span<double> a = stackalloc double[2048]; N(); } void N() { Span<float> a = stackalloc float[1]; } }"));
        Assert.ThrowsAny<Exception>(() => Check("class C { void M() { for (;;) { Span<double> a = stackalloc double[1]; } } }"));
        Check("class C { void M() { Span<double> a = stackalloc double[2048]; } }");
    }

    [Theory]
    [InlineData(1024)]
    [InlineData(256)]
    public void CallsOnAThreadWithASmallStack_Work_AlsoInsideOfOtherWork(int kilobytes)
    {
        (LaneMembersAt At, ProductMember Member, double[] Expected)[] calls = [.. Calls(LaneTable.Rows)];
        double[][]? actual = null;
        Thread thread = new(() => actual = [.. calls.Select(call => InsideOfOtherWork(() => call.At.Call(call.Member)))], kilobytes * 1024);
        thread.Start();
        thread.Join();
        Assert.Equal(calls.Select(call => call.Expected), actual);
    }

    [Fact]
    public void OnceWarm_NothingIsAllocated_AlsoAcrossCollections()
    {
        foreach ((LaneMembersAt at, ProductMember member, double[] expected) in Calls(ThreadTests.Rows.Select(LaneTable.Of)))
        {
            Assert.Equal(0, at.Allocates(member, between: GC.Collect));
            Assert.Equal(expected, at.Call(member));
        }
    }

    private static IEnumerable<(LaneMembersAt At, ProductMember Member, double[] Expected)> Calls(IEnumerable<LaneRow> rows) =>
        from row in rows
        let at = new LaneMembersAt(LaneSubject.Of(row).Members, row, row.Sizes[^1])
        from member in row.Members.Intersect(LaneRow.Linear)
        select (at, member, at.Call(member));

    /// <summary>A call while memory of the workspace is in use, as from a rule for a derivative that calls a generated member.</summary>
    private static T InsideOfOtherWork<T>(Func<T> call)
    {
        using WorkspaceScope outer = Workspace.Enter();
        Span<double> kept = outer.Rent<double>(5000);
        kept.Fill(1);
        T result = call();
        Assert.False(kept.ContainsAnyExcept(1));
        return result;
    }

    /// <summary>All methods of a file together, as if each called the others; and none in a loop, where each iteration would take its own.</summary>
    private static void Check(string text)
    {
        StackAllocArrayCreationExpressionSyntax[] arrays = [.. CSharpSyntaxTree.ParseText(text).GetRoot().DescendantNodes().OfType<StackAllocArrayCreationExpressionSyntax>()];
        Assert.DoesNotContain(arrays, array => array.Ancestors().Any(a => a is ForStatementSyntax or WhileStatementSyntax));
        Assert.InRange(arrays.Sum(Bytes), 0, MostBytes);
    }

    private static int Bytes(StackAllocArrayCreationExpressionSyntax array)
    {
        ArrayTypeSyntax type = (ArrayTypeSyntax)array.Type;
        int size = type.ElementType.ToString() switch { "double" or "long" or "ulong" => 8, "float" or "int" or "uint" => 4, "short" or "ushort" => 2, "byte" or "sbyte" or "bool" => 1, var other => throw new NotSupportedException(other) };
        return size * int.Parse(type.RankSpecifiers[0].Sizes[0].ToString());
    }
}
