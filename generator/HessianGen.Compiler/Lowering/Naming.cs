using HessianGen.Compiler.Ir;

namespace HessianGen.Compiler.Lowering;

/// <summary>Gives every variable its name: the user's where there is one, and a number only where two would meet.</summary>
/// <remarks>
/// Parameters come first: theirs are the names of the public interface, and one of ours yields only to one of the user's.
/// C# lets a name be used again in a sibling block but not in an inner one, wherever in the outer block it is declared.
/// So the names of a block are given before those of the blocks in it.
/// </remarks>
internal sealed class Naming
{
    private readonly HashSet<string> users, taken, given = [];
    private readonly Func<LaneShape, int>? parts;

    private Naming(IEnumerable<string> users, IEnumerable<string> taken, Func<LaneShape, int>? parts) => (this.users, this.taken, this.parts) = (new(users), new(taken), parts);

    /// <param name="signature">The names of the method's parameters, those included that the kernel does not see.</param>
    /// <param name="takenNames">Names that temporaries of ours must not have.</param>
    /// <param name="parts">How many variables stand for one of several lanes.</param>
    public static HashSet<string> Assign(IReadOnlyList<KernelParameter> parameters, KernelBlock body, IEnumerable<string> signature, IEnumerable<string> takenNames, Func<LaneShape, int>? parts = null)
    {
        IEnumerable<string?> preferred = KernelTree.Statements(body).SelectMany(Declared).Select(d => d switch { Local l => l.Preferred, KernelArray a => a.Preferred, _ => null });
        Naming naming = new(preferred.OfType<string>().Where(IsIdentifier), takenNames, parts);
        HashSet<string> names = new(parameters.Where(p => p.Role == ParameterRole.User).Select(p => p.Name).Concat(signature));
        foreach (KernelParameter parameter in parameters)
        {
            string name = parameter.Role == ParameterRole.User ? parameter.Name : naming.Fresh(parameter.Name, names, isUsers: true);
            names.Add(name);
            if (parameter.Local is not null) parameter.Local.Name = name;
            if (parameter.Array is not null) parameter.Array.Name = name;
        }

        naming.Visit(body, names);
        names.UnionWith(naming.given);
        return names;
    }

    /// <summary>Gives the variables of a part their names; those that it shares with the method have theirs already.</summary>
    public static void Assign(MethodPart part, IEnumerable<string> takenNames, Func<LaneShape, int> parts)
    {
        Naming naming = new([], takenNames, parts);
        HashSet<string> names = new(part.Arrays.Select(a => a.Array.Name).Concat(part.Scopes.Select(s => s.Name)));
        foreach (Local local in part.Inputs.Concat(part.Updated)) names.UnionWith(local.Shape is { } shape ? NamesOf(local.Name, local.IsSplat ? 1 : parts(shape)) : [local.Name]);
        naming.Visit(part.Body, names);
    }

    private void Visit(KernelBlock block, HashSet<string> outer)
    {
        HashSet<string> names = new(outer);
        foreach (KernelStatement statement in block.Statements.Where(s => s is not ForStatement))
        {
            foreach (object declared in Declared(statement)) Name(declared, names);
        }

        foreach (KernelStatement statement in block.Statements)
        {
            HashSet<string> inner = statement is ForStatement ? new(names) : names;
            if (statement is ForStatement loop) Name(loop.Counter, inner);
            foreach (KernelBlock nested in statement.Blocks) Visit(nested, inner);
        }
    }

    private void Name(object variable, HashSet<string> names)
    {
        switch (variable)
        {
            case Local { Shape: { } shape } local: NameLanes(local, local.IsSplat ? 1 : parts!(shape), names); break;
            case Local local: Give(local.Name = Choose(local.Preferred, local.Suggested, names)); break;
            case KernelArray array: Give(array.Name = Choose(array.Preferred, array.Storage == ArrayStorage.Growable ? "tape" : "buffer", names)); break;
            case DeclareStart { Array: var started }: Give(started.StartName = Choose(null, started.Name + "Start", names)); break;
            case WorkspaceVariable scope: Give(scope.Name = Choose(null, "workspace", names)); break;
        }

        void Give(string name)
        {
            names.Add(name);
            given.Add(name);
        }
    }

    /// <summary>A name that is new, also with the number of each vector.</summary>
    private void NameLanes(Local local, int vectors, HashSet<string> names)
    {
        bool isUsers = local.Preferred is { } preferred && IsIdentifier(preferred);
        string stem = isUsers ? local.Preferred! : IsIdentifier(local.Suggested) ? local.Suggested : "value", chosen = stem;
        for (int number = 2; NamesOf(chosen, vectors).Any(IsTaken); number++) chosen = FormattableString.Invariant($"{stem}{number}{(vectors > 1 ? "_" : "")}");
        local.Name = chosen;
        foreach (string name in NamesOf(chosen, vectors))
        {
            names.Add(name);
            given.Add(name);
        }

        bool IsTaken(string name) => names.Contains(name) || !(isUsers && name == stem) && (taken.Contains(name) || users.Contains(name));
    }

    private static IEnumerable<string> NamesOf(string name, int vectors) => Enumerable.Range(0, vectors > 1 ? vectors : 0).Select(part => FormattableString.Invariant($"{name}{part}")).Prepend(name);

    private string Choose(string? preferred, string suggested, HashSet<string> names) =>
        preferred is not null && IsIdentifier(preferred)
            ? Fresh(preferred, names, isUsers: true)
            : Fresh(IsIdentifier(suggested) ? suggested : "value", names, isUsers: false);

    /// <summary>The name itself, or with the first number from 2 that makes it new.</summary>
    private string Fresh(string name, HashSet<string> names, bool isUsers)
    {
        if (!names.Contains(name) && (isUsers || !(users.Contains(name) || taken.Contains(name)))) return name;
        for (int number = 2; ; number++)
        {
            string numbered = FormattableString.Invariant($"{name}{number}");
            if (!names.Contains(numbered) && !users.Contains(numbered) && !taken.Contains(numbered)) return numbered;
        }
    }

    private static IEnumerable<object> Declared(KernelStatement statement) => statement switch
    {
        DeclareLocal declaration => [declaration.Local],
        DeclareSineAndCosine declaration => [declaration.Sine, declaration.Cosine],
        DeclareArray declaration => [declaration.Array],
        DeclareStart start => [start],
        EnterWorkspace enter => [enter.Scope],
        ForStatement loop => [loop.Counter],
        _ => [],
    };

    private static bool IsIdentifier(string name) =>
        name.Length > 0 && (char.IsLetter(name[0]) || name[0] == '_') && name.All(c => char.IsLetterOrDigit(c) || c == '_');
}
