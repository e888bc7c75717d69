using HessianGen.Compiler.Ir;

namespace HessianGen.Compiler.Emission;

/// <summary>Values of the IR in mathematical notation: names where the user gave one, else what they are computed from.</summary>
/// <remarks>A text is left out rather than wrong or endless: what has no short rendering is null.</remarks>
internal sealed class MathNotation
{
    private const int LongestText = 60, LongestIndex = 16;

    private readonly Function function;
    private readonly Dictionary<Value, Statement> definitions = [];
    private readonly Dictionary<Value, string> parameters = [];
    private Dictionary<string, Value> mentioned = [];
    private bool isAmbiguous;

    public MathNotation(Function function)
    {
        this.function = function;
        foreach (Parameter parameter in function.Parameters)
        {
            if (parameter is BufferParameter array) parameters[array.Length] = array.Name + ".Length";
            if (parameter is ScalarParameter scalar) parameters[scalar.Value] = scalar.Name;
        }

        Define(function.Body);
    }

    /// <summary>How tightly a text binds.</summary>
    private enum Binding
    {
        Sum, Product, Power, Primary,
    }

    private readonly record struct Piece(string Text, Binding Binding);

    public string? NameOf(Atom atom) =>
        atom.IsConstant ? null : parameters.TryGetValue(atom.Value, out string? name) ? name : function.Values[atom.Value.Id].Name;

    /// <summary>An atom: its name, or what it is computed from.</summary>
    public string? Text(Atom atom) => Short(() => Render(atom)?.Text);

    /// <summary>What a value is computed from, whether it has a name or not.</summary>
    public string? Definition(Atom atom) => Short(() => (atom.IsValue && !parameters.ContainsKey(atom.Value) ? RenderDefinition(atom.Value) : Render(atom))?.Text);

    /// <summary>The text as a factor or as the operand of Σ: a sum in parentheses.</summary>
    public string? Factor(Atom atom) => Short(() => Render(atom) is { } piece ? Wrapped(piece, Binding.Product) : null);

    /// <summary><c>h[j]</c>.</summary>
    public string? Element(Ir.Buffer buffer, Atom index)
    {
        if (function.Buffers[buffer.Id].Name is not { } name) return null;
        string? text = Render(index)?.Text;
        return $"{name}[{(text is null || text.Length > LongestIndex ? "…" : text)}]";
    }

    /// <summary>The statement that defines a value; null for parameters, counters and carried values.</summary>
    public Statement? Definer(Atom atom) => atom.IsValue && definitions.TryGetValue(atom.Value, out Statement? statement) ? statement : null;

    private void Define(Block block)
    {
        foreach (Statement statement in block.Statements)
        {
            foreach (Value result in statement.Results) definitions[result] = statement;
            foreach (Block inner in statement.Blocks) Define(inner);
        }
    }

    /// <summary>The text if it is short and no name in it stands for two values.</summary>
    private string? Short(Func<string?> render)
    {
        (isAmbiguous, mentioned) = (false, []);
        string? text = render();
        return text is null || text.Length > LongestText || isAmbiguous ? null : text;
    }

    private Piece? Render(Atom atom)
    {
        if (atom.IsConstant) return Constant(atom);
        if (NameOf(atom) is not { } name) return RenderDefinition(atom.Value);
        isAmbiguous |= mentioned.TryGetValue(name, out Value other) && other != atom.Value;
        mentioned[name] = atom.Value;
        return new(name, Binding.Primary);
    }

    private Piece? RenderDefinition(Value value) => definitions.TryGetValue(value, out Statement? statement) ? statement switch
    {
        Load load => Element(load.Buffer, load.Index) is { } text ? new(text, Binding.Primary) : null,
        Let let => Render(let),
        _ => null,
    } : null;

    private static Piece? Constant(Atom atom)
    {
        if (!atom.ConstantType.IsFloat()) return new(Literal.Text(atom).Split(':')[0].Replace('-', '−'), atom.Integer < 0 ? Binding.Sum : Binding.Primary);
        if (double.IsNaN(atom.Float) || double.IsInfinity(atom.Float)) return double.IsPositiveInfinity(atom.Float) ? new("∞", Binding.Primary) : null;
        string text = atom.Float switch { 0.5 => "½", 0.25 => "¼", Math.PI => "π", Math.E => "e", _ => Literal.Text(atom).Split(':')[0].Replace('-', '−') };
        return new(text, text[0] == '−' ? Binding.Sum : Binding.Primary);
    }

    private Piece? Render(Let let)
    {
        Piece[] operands = new Piece[let.Arguments.Count];
        for (int i = 0; i < operands.Length; i++)
        {
            if (Render(let.Arguments[i]) is not { } operand || operand.Text.Length > LongestText) return null;
            operands[i] = operand;
        }

        Primitive p = let.Primitive;
        if (p == Primitives.Mul && let.Arguments[0] == let.Arguments[1]) return new(Wrapped(operands[0], Binding.Primary) + "²", Binding.Power);
        if (p == Primitives.Pow && let.Arguments[1].IsFloat(2)) return new(Wrapped(operands[0], Binding.Primary) + "²", Binding.Power);
        if (p == Primitives.Pow && let.Arguments[1].IsFloat(3)) return new(Wrapped(operands[0], Binding.Primary) + "³", Binding.Power);
        if (p == Primitives.Add) return new($"{operands[0].Text} + {Wrapped(operands[1], Binding.Product)}", Binding.Sum);
        if (p == Primitives.Sub) return new($"{operands[0].Text} − {Wrapped(operands[1], Binding.Product)}", Binding.Sum);
        if (p == Primitives.Mul) return new(Product(operands), Binding.Product);
        if (p == Primitives.Div) return new($"{Wrapped(operands[0], Binding.Product)}/{Wrapped(operands[1], Binding.Power)}", Binding.Product);
        if (p == Primitives.Neg) return new("−" + Wrapped(operands[0], Binding.Product), Binding.Sum);
        if (p == Primitives.Fma) return new($"{Product(operands)} + {Wrapped(operands[2], Binding.Product)}", Binding.Sum);
        if (p == Primitives.Abs) return new($"|{operands[0].Text}|", Binding.Primary);
        if (p == Primitives.Sqrt) return new($"√{Wrapped(operands[0], Binding.Primary)}", Binding.Power);
        if (p == Primitives.Convert) return function.TypeOf(let.Result).IsFloat() ? operands[0] : null;
        return p.Methods.Count > 0 ? new($"{p.Name}({string.Join(", ", operands.Select(o => o.Text))})", Binding.Primary) : null;
    }

    private static string Product(Piece[] operands) => $"{Wrapped(operands[0], Binding.Product)}·{Wrapped(operands[1], Binding.Power)}";

    private static string Wrapped(Piece piece, Binding least) => piece.Binding < least ? $"({piece.Text})" : piece.Text;
}
