using HessianGen.Compiler.Ir;
using HessianGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace HessianGen.Generator.Frontend;

/// <summary><c>break</c>, <c>continue</c> and <c>return</c> as flags; most are constants by the time they are read, and vanish.</summary>
internal sealed partial class Translator
{
    /// <summary>The flags of the jumps that lead out of the statement list that is being translated.</summary>
    private IEnumerable<Cell> JumpFlags => frame.Jumps.SelectMany(j => j.Continued is { } continued ? new[] { j.Broken, continued } : [j.Broken]).Prepend(frame.Returned);

    /// <summary>True where one of those jumps was taken.</summary>
    private Atom Left() => JumpFlags.Select(Flag).Aggregate(Or);

    /// <summary>In a branch that runs only where no jump was taken, the flags are known.</summary>
    private void ClearJumps()
    {
        foreach (Cell flag in JumpFlags)
        {
            if (Flag(flag).IsValue) trail.Write(flag, ScalarOperand.False);
        }
    }

    private static Atom Flag(Cell cell) => cell.Value!.ToAtom();

    private void Run(IBranchOperation branch)
    {
        switch (branch.BranchKind)
        {
            case BranchKind.Break:
                trail.Write(frame.Jumps[frame.Jumps.Count - 1].Broken, ScalarOperand.True);
                break;
            case BranchKind.Continue:
                trail.Write(frame.Jumps.Last(j => j.Continued is not null).Continued!, ScalarOperand.True);
                break;
            default:
                throw Refuse(Descriptors.Statement, branch, "'goto'", "write a loop or a helper method");
        }
    }

    private void Run(IReturnOperation result)
    {
        if (result.Kind != OperationKind.Return) throw Refuse(Descriptors.Statement, result);
        if (result.ReturnedValue is { } value)
        {
            if (frame.Method.ReturnsVoid) Discard(value);
            else if (frame.Method.RefKind != RefKind.None) throw Refuse(Descriptors.Statement, result, "A returned reference", "return the value");
            else trail.Write(frame.Result, Evaluate(value));
        }

        trail.Write(frame.Returned, ScalarOperand.True);
    }

    /// <summary>True where exactly one branch never comes out at its end: then the statements after it belong to the other one.</summary>
    private static bool LeavesOneWay(IConditionalOperation choice) => AlwaysLeaves(choice.WhenTrue) != AlwaysLeaves(choice.WhenFalse);

    private static bool AlwaysLeaves(IOperation? statement) => statement switch
    {
        IBranchOperation or IReturnOperation or IThrowOperation => true,
        IExpressionStatementOperation { Operation: IThrowOperation } => true,
        IBlockOperation block => block.Operations.Any(AlwaysLeaves),
        IConditionalOperation choice => AlwaysLeaves(choice.WhenTrue) && AlwaysLeaves(choice.WhenFalse),
        _ => false,
    };
}
