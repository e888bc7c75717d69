namespace HessianGen.Compiler.Ir;

/// <summary>Holds a function to every <see cref="IrLaw"/>; runs between passes in tests, and on whatever a front end built.</summary>
internal sealed partial class IrVerifier
{
    private readonly Function function;
    private readonly bool[] isDefined, isAllocated;
    private readonly List<Violation> violations = [];
    private readonly HashSet<Value> values = [];
    private readonly HashSet<Buffer> buffers = [];
    private List<Value> open = [];
    private List<Buffer> openBuffers = [];

    private IrVerifier(Function function)
    {
        this.function = function;
        isDefined = new bool[function.Values.Count];
        isAllocated = new bool[function.Buffers.Count];
    }

    /// <summary>Throws a <see cref="CompilerException"/> that lists every violation and holds a dump; returns the function where there is none.</summary>
    public static Function Verify(Function function, string pass = "verify")
    {
        IReadOnlyList<Violation> found = Violations(function);
        if (found.Count == 0) return function;
        string list = string.Join("; ", found.Select(v => $"{v.Law.Name}: {v.Detail}"));
        throw new CompilerException(pass, $"{function.Name} breaks the laws of the IR: {list}", IrPrinter.Print(function));
    }

    /// <summary>Every violation, in program order.</summary>
    public static IReadOnlyList<Violation> Violations(Function function)
    {
        IrVerifier verifier = new(function);
        foreach (Parameter parameter in function.Parameters) verifier.Check(parameter);
        verifier.Check(function.Body);
        return verifier.violations;
    }

    private void Check(Parameter parameter)
    {
        if (parameter is ScalarParameter scalar)
        {
            Define(scalar.Value);
            return;
        }

        BufferParameter array = (BufferParameter)parameter;
        Define(array.Length);
        Allocate(array.Buffer);
        if (IsKnown(array.Length)) Require(TypeOf(array.Length).IsInteger(), IrLaw.IntegerLength, array.Length);
    }

    /// <summary>What the block defines goes out of scope at its end, after <paramref name="atEnd"/> has looked at the yields.</summary>
    private void Check(Block block, Action? atEnd = null)
    {
        List<Value> definedBefore = open;
        List<Buffer> allocatedBefore = openBuffers;
        (open, openBuffers) = ([], []);
        foreach (Statement statement in block.Statements) Check(statement);
        foreach (Atom atom in block.Yields) Use(atom);
        atEnd?.Invoke();
        foreach (Value value in open) values.Remove(value);
        foreach (Buffer buffer in openBuffers) buffers.Remove(buffer);
        (open, openBuffers) = (definedBefore, allocatedBefore);
    }

    private void Define(Value value)
    {
        if (!Require(IsKnown(value), IrLaw.KnownValue, value)) return;
        Require(!isDefined[value.Id], IrLaw.SingleAssignment, value);
        isDefined[value.Id] = true;
        values.Add(value);
        open.Add(value);
    }

    private void Allocate(Buffer buffer)
    {
        if (!Require(IsKnown(buffer), IrLaw.KnownBuffer, buffer)) return;
        Require(!isAllocated[buffer.Id], IrLaw.SingleAllocation, buffer);
        isAllocated[buffer.Id] = true;
        buffers.Add(buffer);
        openBuffers.Add(buffer);
    }

    /// <summary>True where the atom may be used here and so has a type.</summary>
    private bool Use(Atom atom)
    {
        if (atom.IsConstant) return Require(IsInRange(atom), IrLaw.ConstantInRange, atom);
        return Require(IsKnown(atom.Value), IrLaw.KnownValue, atom) && Require(values.Contains(atom.Value), IrLaw.ValueInScope, atom);
    }

    private bool Use(Buffer buffer) =>
        Require(IsKnown(buffer), IrLaw.KnownBuffer, buffer) && Require(buffers.Contains(buffer), IrLaw.BufferInScope, buffer);

    private bool Require(bool holds, IrLaw law, object subject)
    {
        if (!holds) violations.Add(new(law, subject.ToString()!));
        return holds;
    }

    private bool IsKnown(Value value) => value.Id >= 0 && value.Id < function.Values.Count;

    private bool IsKnown(Buffer buffer) => buffer.Id >= 0 && buffer.Id < function.Buffers.Count;

    private bool IsKnown(Atom atom) => atom.IsConstant || IsKnown(atom.Value);

    private ScalarType TypeOf(Atom atom) => function.TypeOf(atom);

    private static bool IsInRange(Atom constant) => constant.ConstantType switch
    {
        ScalarType.F64 => true,
        ScalarType.F32 => constant.Float.Equals((double)(float)constant.Float),
        ScalarType.Bool => constant.Integer is 0 or 1,
        ScalarType type => Integers.Wrap(constant.Integer, type) == constant.Integer,
    };

    /// <summary>One broken law and the statement or name that breaks it.</summary>
    internal readonly record struct Violation(IrLaw Law, string Detail);
}
