using System.Collections.Immutable;
using HessianGen.Compiler.Ir;
using HessianGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace HessianGen.Generator.Frontend;

internal sealed partial class Translator
{
    private void Run(IBlockOperation block)
    {
        BindFunctions(block.Operations);
        Run(block.Operations, 0);
    }

    /// <summary>Local functions may be called before they are declared.</summary>
    private void BindFunctions(IEnumerable<IOperation> statements)
    {
        foreach (ILocalFunctionOperation function in statements.OfType<ILocalFunctionOperation>()) frame.Bind(function);
    }

    /// <summary>Statements in order. After one that may jump, the rest runs only where it did not.</summary>
    private void Run(ImmutableArray<IOperation> statements, int from)
    {
        for (int i = from; i < statements.Length; i++)
        {
            Atom left = Left();
            if (isUnreachable || left.IsConstant && left.Boolean) return;
            if (left.IsValue)
            {
                int rest = i;
                Branch(left, () => { }, () =>
                {
                    ClearJumps();
                    Run(statements, rest);
                });
                return;
            }

            if (statements[i] is IConditionalOperation choice && i + 1 < statements.Length && LeavesOneWay(choice))
            {
                int rest = i + 1;
                Run(choice, () => Run(statements, rest));
                return;
            }

            Run(statements[i]);
        }
    }

    private void Run(IOperation statement)
    {
        At(statement);
        int pinned = pins.Count;
        switch (statement)
        {
            case IBlockOperation block: Run(block); break;
            case IVariableDeclarationGroupOperation group: Run(group); break;
            case IExpressionStatementOperation { Operation: var expression }: Discard(expression); break;
            case IConditionalOperation choice: Run(choice, () => { }); break;
            case IForLoopOperation loop: Run(loop); break;
            case IForEachLoopOperation loop: Run(loop); break;
            case IWhileLoopOperation loop: Run(loop); break;
            case ISwitchOperation choice: Run(choice); break;
            case IBranchOperation branch: Run(branch); break;
            case IReturnOperation result: Run(result); break;
            case IThrowOperation failure: Throw(failure, Atom.OfBoolean(false)); break;
            case IEmptyOperation or ILocalFunctionOperation: break;
            default: throw Refuse(Descriptors.Statement, statement);
        }

        Unpin(pinned);
    }

    private void Run(IVariableDeclarationGroupOperation group)
    {
        foreach (IVariableDeclarationOperation declaration in group.Declarations)
        {
            foreach (IVariableDeclaratorOperation declarator in declaration.Declarators)
            {
                IOperation? initialiser = (declarator.Initializer ?? declaration.Initializer)?.Value;
                Declare(declarator.Symbol, initialiser);
            }
        }
    }

    private void Declare(ILocalSymbol local, IOperation? initialiser)
    {
        if (local.IsConst) return;
        if (local.RefKind != RefKind.None)
        {
            frame.Bind(local, ReferenceTo(initialiser!));
            return;
        }

        Operand? value = initialiser is null ? null : Named(Evaluate(initialiser), local.Name);
        Bind(local, value);
    }

    /// <summary>An expression whose value nobody wants.</summary>
    private void Discard(IOperation expression)
    {
        if (expression is IInvocationOperation call) Call(call);
        else Evaluate(expression);
    }

    /// <summary>Both branches, then what changed in either; <paramref name="rest"/> follows the branches that do not always leave.</summary>
    private void Run(IConditionalOperation choice, Action rest)
    {
        At(choice);
        Atom condition = Scalar(choice.Condition);
        if (choice.WhenFalse is null && Single(choice.WhenTrue) is IThrowOperation failure)
        {
            Throw(failure, Not(condition));
            if (!isUnreachable) rest();
            return;
        }

        Branch(condition, () => RunThen(choice.WhenTrue), () => RunThen(choice.WhenFalse));

        void RunThen(IOperation? branch)
        {
            if (branch is not null) Run(branch);
            if (!AlwaysLeaves(branch)) rest();
        }
    }

    /// <summary>A <c>throw</c> that is reached where the condition is false.</summary>
    private void Throw(IThrowOperation failure, Atom unless)
    {
        IOperation? exception = failure.Exception is IConversionOperation conversion ? conversion.Operand : failure.Exception;
        if (exception is not IObjectCreationOperation { Type: INamedTypeSymbol type } creation)
        {
            throw Refuse(Descriptors.Statement, failure, "Rethrowing", "write 'throw new' with the exception's type and message");
        }

        string? message = creation.Arguments.Select(a => a.Value.ConstantValue).FirstOrDefault(c => c.HasValue).Value as string;
        Emit(unless, type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat), message);
        isUnreachable = unless.IsConstant && !unless.Boolean;
    }

    /// <summary>Throws at run time where the condition is false; nothing where it is known to hold.</summary>
    private void Emit(Atom condition, string exception, string? message = null)
    {
        if (condition.IsConstant && condition.Boolean) return;
        ir.Emit(new Check(condition, exception, message));
    }

    private static IOperation? Single(IOperation? statement) =>
        statement is IBlockOperation { Operations.Length: 1 } block ? Single(block.Operations[0]) : statement;
}
