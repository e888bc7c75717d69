using HessianGen.Compiler.Ir;

namespace HessianGen.Compiler.Differentiation;

internal sealed partial class Rematerializer
{
    /// <summary>Recomputing a library function costs more than a tape.</summary>
    private static bool IsCheap(Let let) => let.Primitive.Cost != Cost.Transcendental;

    /// <summary>True where recomputing does not ask for more recordings than the one it saves.</summary>
    private bool IsWorthRecomputing(Let let, int index)
    {
        HashSet<Value> recordings = [], seen = [];
        foreach (Atom argument in let.Arguments) CollectRecordings(argument, index, recordings, seen);
        return recordings.Count <= 1;
    }

    /// <summary>The values that would have to be recorded, beyond those that are demanded anyway, to recompute an atom.</summary>
    private void CollectRecordings(Atom atom, int index, HashSet<Value> recordings, HashSet<Value> seen)
    {
        if (!atom.IsValue || !seen.Add(atom.Value)) return;
        Value value = atom.Value;
        if (renaming.Values.ContainsKey(value) || IsBound(value) || IsHandedOn(value) || !definitions.TryGetValue(value, out var definition)) return;
        switch (definition.Statement)
        {
            case Let let when IsCheap(let):
                foreach (Atom argument in let.Arguments) CollectRecordings(argument, index, recordings, seen);
                break;
            case Load load when IsUnchanged(load, definition.Index, index):
                CollectRecordings(load.Index, index, recordings, seen);
                break;
            default:
                if (!demanded.Contains(value)) recordings.Add(value);
                break;
        }
    }

    /// <summary>True where nothing that ran after the load, up to and with statement <paramref name="until"/>, can have written its element.</summary>
    private bool IsUnchanged(Load load, int from, int until)
    {
        for (int k = from + 1; k <= until && k < forward.Length; k++)
        {
            foreach ((Ir.Buffer buffer, Atom index) in Effects.Stores(forward[k]))
            {
                if (buffer == load.Buffer && !AreDistinct(load.Index, index)) return false;
            }
        }

        return true;
    }

    private bool AreDistinct(Atom x, Atom y) =>
        (Polynomial.Of(x, Definition) - Polynomial.Of(y, Definition)).AsConstant is { } difference && difference != 0;

    private Statement? Definition(Value value) => definitions.TryGetValue(value, out var definition) ? definition.Statement : null;

    /// <summary>The costly values with a home among those demanded or behind them.</summary>
    private List<Value> HomesBehind(IEnumerable<Value> values)
    {
        List<Value> homes = [];
        HashSet<Value> seen = [];
        Stack<Value> open = new(values);
        while (open.Count > 0)
        {
            Value value = open.Pop();
            if (!seen.Add(value) || !definitions.TryGetValue(value, out var definition)) continue;
            if (facts.HasHome(value)) homes.Add(value);
            else if (definition.Statement is Let let && IsCheap(let))
            {
                foreach (Atom argument in let.Arguments.Where(a => a.IsValue)) open.Push(argument.Value);
            }
        }

        return homes;
    }

    /// <summary>Reads a costly value back from the buffer that its own block stored it to, at the start of the reverse, while nothing has changed it.</summary>
    private void TryHome(Value value)
    {
        if (Home.Find(forward, value, AreDistinct) is not { } store) return;
        Atom place = Materialize(store.Index, forward.Length);
        Value copy = builder.CopyOf(value);
        builder.Emit(new Load(copy, store.Buffer, place));
        renaming.Values[value] = copy;
    }
}
