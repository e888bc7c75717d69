using HessianGen.Compiler.Ir;
using HessianGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;

namespace HessianGen.Generator.Frontend;

/// <summary>Static read-only fields: what initialises them is computed where they are used.</summary>
internal sealed partial class Translator
{
    private readonly Dictionary<ISymbol, SequenceOperand> tables = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> formulas = new(SymbolEqualityComparer.Default);

    /// <summary>An array of the user's that nothing writes, made once at the start of the function.</summary>
    private SequenceOperand Table(ISymbol symbol, IOperation initialiser)
    {
        if (tables.TryGetValue(symbol, out SequenceOperand known)) return known;
        OpenBlock[] inner = [.. openBlocks.Skip(1)];
        (Frame user, int depth, int line) = (frame, Depth, ir.Line);
        frame = NewFrame(root, null, symbol.ToDisplayString());
        openBlocks.RemoveRange(1, inner.Length);
        Operand? table = null;
        ir.Outside(depth, () => table = Evaluate(initialiser));
        openBlocks.AddRange(inner);
        (frame, ir.Line) = (user, line);
        if (table is not SequenceOperand array) throw RefuseType(initialiser, initialiser.Type);
        tables.Add(symbol, array);
        return array;
    }

    private ScalarOperand Formula(IFieldSymbol field, IOperation formula, IOperation origin)
    {
        if (!formulas.Add(field)) throw Refuse(Descriptors.MutableState, origin, field.Name);
        Frame user = frame;
        frame = NewFrame(root, null, field.ToDisplayString());
        try
        {
            return new(ir.Convert(Scalar(formula), ScalarOf(field.Type)!.Value));
        }
        catch (RefusalException refusal) when (refusal.Finding is not null)
        {
            throw Refuse(Descriptors.MutableState, origin, field.Name);
        }
        finally
        {
            frame = user;
            formulas.Remove(field);
        }
    }
}
