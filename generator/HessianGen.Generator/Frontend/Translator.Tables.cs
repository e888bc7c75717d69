using HessianGen.Compiler.Ir;
using Microsoft.CodeAnalysis;

namespace HessianGen.Generator.Frontend;

internal sealed partial class Translator
{
    private readonly Dictionary<ISymbol, ArrayOperand> tables = new(SymbolEqualityComparer.Default);

    /// <summary>A constant array of the user's, made once at the start of the function.</summary>
    private ArrayOperand Table(ISymbol symbol, ConstantTable table)
    {
        if (tables.TryGetValue(symbol, out ArrayOperand known)) return known;
        HessianGen.Compiler.Ir.Buffer buffer = ir.NewBuffer(table.Element, symbol.Name);
        Atom length = Atom.OfInteger(table.Values.Count);
        ir.Outside(Depth, () =>
        {
            ir.Emit(new Alloc(buffer, length));
            for (int i = 0; i < table.Values.Count; i++) ir.Store(buffer, Atom.OfInteger(i), table.Values[i]);
        });
        ArrayOperand array = new(new("table " + symbol.ToDisplayString(), buffer, length, [0]), table.Element, Atom.OfInteger(0), [length]);
        tables.Add(symbol, array);
        return array;
    }
}
