using HessianGen.Compiler.Ir;

namespace HessianGen.Compiler.Optimization;

/// <summary>The address of every index: x + c and x − c are c away from x.</summary>
internal sealed class Addresses(Function function)
{
    /// <summary>By value; default for one that no sum with a constant defines.</summary>
    private readonly Address[] known = new Address[function.Values.Count];

    /// <summary>The addresses of all indices of the function.</summary>
    public static Addresses In(Function function)
    {
        Addresses addresses = new(function);
        addresses.Define(function.Body);
        return addresses;
    }

    public Address Of(Atom index)
    {
        if (index.IsConstant || known[index.Value.Id] == default) return Address.Of(index);
        return known[index.Value.Id];
    }

    /// <summary>Learns the address of a let's result; lets come in program order.</summary>
    public void Define(Let let)
    {
        bool isSum = let.Primitive == Primitives.Add;
        if (!isSum && let.Primitive != Primitives.Sub) return;
        (Atom x, Atom c) = let.Arguments[0].IsConstant && isSum ? (let.Arguments[1], let.Arguments[0]) : (let.Arguments[0], let.Arguments[1]);
        ScalarType type = function.TypeOf(let.Result);
        if (!type.IsInteger() || !c.IsConstant || x.IsConstant) return;
        Address address = Of(x);
        long offset = unchecked(isSum ? address.Offset + c.Integer : address.Offset - c.Integer);
        known[let.Result.Id] = address with { Offset = Integers.Wrap(offset, type) };
    }

    private void Define(Block block)
    {
        foreach (Statement statement in block.Statements)
        {
            if (statement is Let let) Define(let);
            foreach (Block inner in statement.Blocks) Define(inner);
        }
    }
}
