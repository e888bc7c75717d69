using HessianGen.Compiler.Ir;
using Microsoft.CodeAnalysis;
using Buffer = HessianGen.Compiler.Ir.Buffer;

namespace HessianGen.Generator.Frontend;

internal sealed partial class Translator
{
    private Parameter Declare(IParameterSymbol symbol, bool isVariable)
    {
        if (ScalarOf(symbol.Type) is { } type)
        {
            Value value = ir.NewValue(type, symbol.Name);
            Bind(symbol, new ScalarOperand(value));
            return new ScalarParameter(symbol.Name, ParameterRole.User, isVariable, value);
        }

        ScalarType element = ScalarOf(ElementOf(symbol.Type))!.Value;
        Value length = ir.NewValue(ScalarType.I32, symbol.Name + ".Length");
        bounds.LearnNonNegative(length);
        Buffer buffer = ir.NewBuffer(element, symbol.Name);
        Region region = new(ParameterSite(symbol.Name), buffer, length, [0]) { IsReadOnly = true };
        Bind(symbol, new ArrayOperand(region, element, Atom.OfInteger(0), [length]));
        return new BufferParameter(symbol.Name, ParameterRole.User, isVariable, buffer, length);
    }

    /// <summary>Generated members never write the user's inputs: a span that the method writes is copied, and the copy written.</summary>
    private void CopyIfWritten(Parameter parameter)
    {
        if (parameter is not BufferParameter array || !(layout.IsWritten(ParameterSite(parameter.Name)) || layout.IsShared(ParameterSite(parameter.Name)))) return;
        ir.Line = 1;
        IParameterSymbol symbol = root.Parameters.First(p => p.Name == parameter.Name);
        ArrayOperand copy = NewArray(ParameterSite(parameter.Name), ir.Info(array.Buffer).Element, [array.Length], parameter.Name, null);
        ir.For(Atom.OfInteger(0), array.Length, k => ir.Store(copy.Region!.Buffer, ir.Apply(Primitives.Add, copy.Offset, k), ir.Load(array.Buffer, k)), "k");
        Bind(symbol, copy);
    }

    private void Bind(ISymbol symbol, Operand? value) => frame.Bind(symbol, new VariablePlace(trail.NewCell(symbol.Name, value, (symbol as ILocalSymbol)?.Type ?? ((IParameterSymbol)symbol).Type)));

    private static string ParameterSite(string name) => "parameter " + name;
}
