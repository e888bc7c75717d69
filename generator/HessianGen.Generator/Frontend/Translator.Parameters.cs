using HessianGen.Compiler.Ir;
using Microsoft.CodeAnalysis;
using Buffer = HessianGen.Compiler.Ir.Buffer;

namespace HessianGen.Generator.Frontend;

internal sealed partial class Translator
{
    /// <summary>The memory of the caller, which is never written, with its lengths.</summary>
    private readonly Dictionary<Buffer, Value> constantLengths = [];

    /// <summary>Declares what a parameter of the method becomes in the IR, and binds it.</summary>
    private List<Parameter> Declare(IParameterSymbol symbol, bool isVariable)
    {
        IReadOnlyList<string> names = Names.Parts(root, symbol);
        if (ScalarOf(symbol.Type) is not null) return [DeclareScalar(symbol, symbol.Name, isVariable)];
        BufferParameter elements = DeclareBuffer(names[0], Types.OfNumbers(symbol.Type)!.Value, isVariable);
        List<Parameter> parameters = [elements];
        if (symbol.Type is IArrayTypeSymbol { Rank: > 1 })
        {
            parameters.AddRange(names.Skip(1).Select(name => new ScalarParameter(name, ParameterRole.User, false, NewLength(name))));
        }
        else
        {
            parameters.AddRange(names.Skip(1).Select(name => DeclareBuffer(name, ScalarType.I32, false)));
        }

        Region region = new(ParameterSite(symbol.Name), elements.Buffer, elements.Length, [0]) { IsReadOnly = true };
        Bind(symbol, Shaped(symbol, parameters, region, Atom.OfInteger(0)));
        return parameters;
    }

    private ScalarParameter DeclareScalar(IParameterSymbol symbol, string name, bool isVariable)
    {
        Value value = ir.NewValue(ScalarOf(symbol.Type)!.Value, name);
        Bind(symbol, new ScalarOperand(value));
        return new(name, ParameterRole.User, isVariable, value);
    }

    private BufferParameter DeclareBuffer(string name, ScalarType element, bool isVariable)
    {
        BufferParameter parameter = new(name, ParameterRole.User, isVariable, ir.NewBuffer(element, name), NewLength(name + ".Length"));
        constantLengths.Add(parameter.Buffer, parameter.Length);
        return parameter;
    }

    private Value NewLength(string name)
    {
        Value length = ir.NewValue(ScalarType.I32, name);
        bounds.LearnNonNegative(length);
        return length;
    }

    /// <summary>The user's parameter over the memory of its elements: the array itself, a rectangular one, or rows by their starts and lengths.</summary>
    private Operand Shaped(IParameterSymbol symbol, IReadOnlyList<Parameter> parts, Region elements, Atom offset)
    {
        BufferParameter flat = (BufferParameter)parts[0];
        ScalarType element = Types.OfNumbers(symbol.Type)!.Value;
        if (parts.Count == 1) return new ArrayOperand(elements, element, offset, [flat.Length]);
        if (parts[1] is ScalarParameter) return new ArrayOperand(elements, element, offset, [.. parts.Skip(1).Select(p => (Atom)((ScalarParameter)p).Value)]);
        Operand row = new ArrayOperand(elements, element, offset, [Atom.OfInteger(0)]);
        for (int level = parts.Count - 2; level > 0; level -= 2)
        {
            ArrayOperand[] tables = [Table((BufferParameter)parts[level], level == parts.Count - 2 ? offset : Atom.OfInteger(0)), Table((BufferParameter)parts[level + 1], Atom.OfInteger(0))];
            row = new CompositeArrayOperand(row, [.. Enumerable.Range(0, row.Leaves.Count()).Select(leaf => tables[leaf % 2])], ParameterSite(symbol.Name));
        }

        return row;
    }

    /// <summary>A table of a parameter's shape; copied where the method moves rows, or where what it points into has moved.</summary>
    private ArrayOperand Table(BufferParameter table, Atom shift)
    {
        string site = ParameterSite(table.Name);
        Region region = new(site, table.Buffer, table.Length, [0]) { IsReadOnly = true };
        return layout.IsWritten(site) || layout.IsShared(site) || !shift.IsInteger(0)
            ? CopyOf(table, site, x => ir.Apply(Primitives.Add, x, shift))
            : new(region, ScalarType.I32, Atom.OfInteger(0), [table.Length]);
    }

    private ArrayOperand CopyOf(BufferParameter array, string site, Func<Atom, Atom> map)
    {
        ArrayOperand copy = NewArray(site, ir.Info(array.Buffer).Element, [array.Length], array.Name, null);
        ir.For(Atom.OfInteger(0), array.Length, k => ir.Store(copy.Region!.Buffer, ir.Apply(Primitives.Add, copy.Offset, k), map(ir.Load(array.Buffer, k))), "k");
        return copy;
    }

    /// <summary>Generated members never write the user's inputs: an array that the method writes is copied, and the copy written.</summary>
    private void CopyIfWritten(IParameterSymbol symbol, IReadOnlyList<Parameter> parts)
    {
        string site = ParameterSite(symbol.Name);
        if (parts[0] is not BufferParameter array || !(layout.IsWritten(site) || layout.IsShared(site))) return;
        ir.Line = 1;
        ArrayOperand copy = CopyOf(array, site, x => x);
        Bind(symbol, Shaped(symbol, parts, copy.Region!, copy.Offset));
    }

    private void Bind(ISymbol symbol, Operand? value) => frame.Bind(symbol, new VariablePlace(trail.NewCell(symbol.Name, value, (symbol as ILocalSymbol)?.Type ?? ((IParameterSymbol)symbol).Type)));

    private static string ParameterSite(string name) => "parameter " + name;
}
