using HessianGen.Compiler.Ir;

namespace HessianGen.Compiler.Tests.Language;

public sealed class VerifierTests
{
    /// <summary>A program with everything in it that the rows below break: one place each.</summary>
    private const string Lawful = """
        function F(@0 : f64[%0 : i32] "x" variable, %1 : f64 "s" variable, %2 : i32 "n", %3 : bool "p", %4 : f32 "t")
            %5 = add %1 2
            alloc @1 : f64[%2]
            @1[%2] = %5
            @1[%2] += %5
            %6 = @1[%2]
            %10 = for %7 in 0:i32..%2 carrying (%8 = %5)
                %9 = mul %8 %6
                yields %9
            %12 = if %3
                %11 = neg %10
                yields %11
            else
                yields %10
            %16 = while carrying (%13 = %12)
                %14 = lt %13 10
                condition %14
            do
                %15 = mul %13 2
                yields %15
            check %3 System.InvalidOperationException
            yields %16
        """;

    /// <summary>What breaks each law: a replacement in the text, or in the tables and records where the text cannot say it.</summary>
    private static readonly (IrLaw Law, string Old, string New, Func<Function, Function>? Change)[] Rows =
    [
        (IrLaw.KnownValue, "", "", f => f with { Values = new([.. f.Values.SkipLast(1)]) }),
        (IrLaw.KnownBuffer, "", "", f => f with { Buffers = new([.. f.Buffers.SkipLast(1)]) }),
        (IrLaw.SingleAssignment, "%11 = neg", "%5 = neg", null),
        (IrLaw.SingleAllocation, "alloc @1 :", "alloc @0 :", null),
        (IrLaw.ValueInScope, "yields %16", "yields %9", null),
        (IrLaw.ValueInScope, "%15 = mul %13 2", "%15 = select %14 %13 2", null),
        (IrLaw.ValueInScope, "carrying (%8 = %5)", "carrying (%8 = %10)", f => f),
        (IrLaw.BufferInScope, "alloc @1 : f64[%2]\n    @1[%2] = %5", "@1[%2] = %5\n    alloc @1 : f64[%2]", null),
        (IrLaw.Arity, "%5 = add %1 2", "%5 = add %1", null),
        (IrLaw.OperandTypes, "%5 = add %1 2", "%5 = add %4 %1", null),
        (IrLaw.OperandTypes, "%14 = lt %13 10", "%14 = lt %3 true", null),
        (IrLaw.OperandTypes, "%5 = add %1 2", "%5 = exp 3:i32", null),
        (IrLaw.OperandTypes, "%14 = lt %13 10", "%14 = and %13 10", null),
        (IrLaw.ResultType, "", "", f => WithType(f, 5, ScalarType.F32)),
        (IrLaw.ConstantInRange, "%5 = add %1 2", "%5 = convert f64 300:u8", null),
        (IrLaw.IntegerIndex, "@1[%2] = %5", "@1[%1] = %5", null),
        (IrLaw.IntegerIndex, "f64[%2]", "f64[%1]", null),
        (IrLaw.ElementType, "@1[%2] = %5", "@1[%2] = %2", null),
        (IrLaw.ElementType, "@1[%2] += %5", "@1[%2] += %4", null),
        (IrLaw.ElementType, "", "", f => WithType(f, 6, ScalarType.F32)),
        (IrLaw.NoBooleanSum, "@1[%2] += %5", "@1[%2] += true", null),
        (IrLaw.BooleanCondition, "if %3", "if %2", null),
        (IrLaw.BooleanCondition, "check %3", "check %1", null),
        (IrLaw.IntegerCounter, "0:i32..%2", "0:i64..%2", null),
        (IrLaw.NonzeroStep, "0:i32..%2", "0:i32..%2 step 0", null),
        (IrLaw.CarriedArity, "yields %9", "yields %9 %9", null),
        (IrLaw.CarriedArity, "%10 = for", "for", null),
        (IrLaw.CarriedType, "yields %9", "yields %4", null),
        (IrLaw.CarriedType, "yields %15", "yields true", null),
        (IrLaw.BranchArity, "yields %11", "yields %11 %11", null),
        (IrLaw.BranchType, "else\n        yields %10", "else\n        yields %4", null),
        (IrLaw.TestYieldsOneBool, "condition %14", "condition %14 %14", null),
        (IrLaw.TestYieldsOneBool, "condition %14", "condition %13", null),
        (IrLaw.IntegerLength, "", "", f => WithType(f, 0, ScalarType.F64)),
    ];

    public static TheoryData<int> RowIndices => [.. Enumerable.Range(0, Rows.Length)];

    [Fact]
    public void ALawfulFunction_BreaksNoLaw() => Assert.Empty(IrVerifier.Violations(IrParser.Parse(Lawful)));

    [Theory, MemberData(nameof(RowIndices))]
    public void EachLaw_IsSeenToBeBroken(int row)
    {
        (IrLaw law, string old, string replacement, Func<Function, Function>? change) = Rows[row];
        Assert.Contains(old, Lawful, StringComparison.Ordinal);
        Function function = IrParser.Parse(old.Length == 0 ? Lawful : Lawful.Replace(old, replacement, StringComparison.Ordinal));
        IEnumerable<IrLaw> broken = IrVerifier.Violations(change?.Invoke(function) ?? function).Select(v => v.Law);
        Assert.Contains(law, broken);
    }

    [Fact]
    public void EveryLaw_HasARow() => Assert.Empty(IrLaw.All.Except(Rows.Select(r => r.Law)));

    [Fact]
    public void EveryLaw_IsInTheTable_AndNamedOnce()
    {
        int declared = typeof(IrLaw).GetFields().Count(f => f.FieldType == typeof(IrLaw));
        Assert.Equal(declared, IrLaw.All.Count);
        Assert.Equal(declared, IrLaw.All.Select(l => l.Name).Distinct().Count());
    }

    [Fact]
    public void Verify_NamesThePass_TheLaw_AndDumpsTheFunction()
    {
        Function function = IrParser.Parse(Lawful.Replace("yields %16", "yields %9", StringComparison.Ordinal));
        CompilerException e = Assert.Throws<CompilerException>(() => IrVerifier.Verify(function, "hoisting"));
        Assert.Equal("hoisting", e.Pass);
        Assert.Contains("value-in-scope: %9", e.Message, StringComparison.Ordinal);
        Assert.Equal(IrPrinter.Print(function), e.Dump);
    }

    private static Function WithType(Function function, int value, ScalarType type)
    {
        ValueInfo[] values = [.. function.Values];
        values[value] = values[value] with { Type = type };
        return function with { Values = new(values) };
    }
}
