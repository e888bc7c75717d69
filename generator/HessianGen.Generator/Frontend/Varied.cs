using HessianGen.Compiler.Ir;
using HessianGen.Generator.Diagnostics;
using Buffer = HessianGen.Compiler.Ir.Buffer;

namespace HessianGen.Generator.Frontend;

/// <summary>Which values depend on the independent variables, for the warnings that concern only those.</summary>
internal sealed class Varied
{
    private readonly Function function;
    private readonly HashSet<Value> values = [];
    private readonly HashSet<Buffer> buffers = [];
    private bool changed;

    private Varied(Function function) => this.function = function;

    /// <summary>The suspicions that hold, each place once.</summary>
    public static IReadOnlyList<Finding> Confirm(Translation translation)
    {
        if (translation.Suspicions.Count == 0) return [];
        Varied varied = new(translation.Function!);
        varied.Run();
        return [.. translation.Suspicions.Where(s => s.Operands.Any(varied.Is)).Select(s => s.Finding).GroupBy(f => f.Location).Select(g => g.First())];
    }

    private void Run()
    {
        foreach (Parameter parameter in function.Parameters.Where(p => p.IsVariable))
        {
            if (parameter is BufferParameter array) buffers.Add(array.Buffer);
            else values.Add(((ScalarParameter)parameter).Value);
        }

        do
        {
            changed = false;
            Visit(function.Body);
        }
        while (changed);
    }

    private void Visit(Block block)
    {
        foreach (Statement statement in block.Statements)
        {
            switch (statement)
            {
                case Let let:
                    Flow(let.Arguments.Any(Is) && function.TypeOf(let.Result).IsFloat(), let.Result);
                    break;
                case Load load: Flow(buffers.Contains(load.Buffer), load.Result); break;
                case Store store: Flow(Is(store.Operand), store.Buffer); break;
                case Accumulate accumulate: Flow(Is(accumulate.Operand), accumulate.Buffer); break;
                case If choice:
                    Visit(choice.Then);
                    Visit(choice.Else);
                    for (int i = 0; i < choice.Outputs.Count; i++) Flow(Is(choice.Then.Yields[i]) || Is(choice.Else.Yields[i]), choice.Outputs[i]);
                    break;
                case For loop: Visit(loop.Carries, loop.Outputs, loop.Body); break;
                case While loop:
                    Visit(loop.Test);
                    Visit(loop.Carries, loop.Outputs, loop.Body);
                    break;
            }
        }
    }

    private void Visit(EquatableArray<Carried> carries, EquatableArray<Value> outputs, Block body)
    {
        foreach (Carried carried in carries) Flow(Is(carried.Initial), carried.Value);
        Visit(body);
        for (int i = 0; i < carries.Count; i++)
        {
            Flow(Is(body.Yields[i]), carries[i].Value);
            Flow(values.Contains(carries[i].Value), outputs[i]);
        }
    }

    private bool Is(Atom atom) => atom.IsValue && values.Contains(atom.Value) && function.TypeOf(atom).IsFloat();

    private void Flow(bool varies, Value value) => changed |= varies && values.Add(value);

    private void Flow(bool varies, Buffer buffer) => changed |= varies && buffers.Add(buffer);
}
