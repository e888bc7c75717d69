using HessianGen.Compiler.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Buffer = HessianGen.Compiler.Ir.Buffer;

namespace HessianGen.Generator.Frontend;

/// <summary>Loops whose number of iterations is known when they start.</summary>
internal sealed partial class Translator
{
    private void Run(IForLoopOperation loop)
    {
        LoopFacts facts = LoopFacts.Of(loop, frame);
        LoopFacts body = LoopFacts.Of([loop.Body], frame);
        string site = SiteOf(loop);
        foreach (IOperation statement in loop.Before) Run(statement);
        if (facts.HasBreak || facts.HasReturn || layout.IsSequential(site) || CountedLoop.Match(loop, body) is not { } counted || !IsFixed(counted.Bound, facts)
            || frame.Find(counted.Counter) is not VariablePlace { Cell: var counter })
        {
            RunAsWhile(loop, facts);
            return;
        }

        (Atom start, Atom end) = Bounds(counted, counter, out HashSet<Buffer> read);
        ScalarType type = ScalarOf(counted.Counter.Type)!.Value;
        Block translated = Count(loop, CarriedBy(facts).Where(c => c != counter), start, end, counted.Step, counted.Counter.Name, index =>
        {
            trail.Write(counter, new ScalarOperand(ir.Convert(index, type)));
            Run(loop.Body);
            trail.Write(frame.Jumps[frame.Jumps.Count - 1].Continued!, ScalarOperand.False);
            foreach (IOperation bottom in loop.AtLoopBottom) Run(bottom);
            trail.Write(counter, null);
        });
        if (read.Count > 0 && Writes(translated).Any(read.Contains)) layout.MarkSequential(site);
        if (!loop.Before.Any(b => Declares(b, counted.Counter))) trail.Write(counter, new ScalarOperand(AfterLast(start, end, counted)));
    }

    private (Atom Start, Atom End) Bounds(CountedLoop loop, Cell counter, out HashSet<Buffer> read)
    {
        Atom start = ir.Convert(counter.Value!.ToAtom(), loop.Type);
        Open();
        Atom bound = Scalar(loop.Bound);
        Block evaluation = Close();
        ir.Emit(evaluation.Statements);
        read = [.. evaluation.Statements.OfType<Load>().Select(l => l.Buffer)];
        long beyond = (loop.IsInclusive ? Math.Sign(loop.Step) : 0) - loop.Shift;
        Atom end = beyond >= 0
            ? ir.Apply(Primitives.Add, bound, Atom.OfInteger(beyond, loop.Type))
            : ir.Apply(Primitives.Sub, bound, Atom.OfInteger(-beyond, loop.Type));
        return (start, end);
    }

    /// <summary>What a counter that is declared outside the loop holds after it.</summary>
    private Atom AfterLast(Atom start, Atom end, CountedLoop loop)
    {
        ScalarType type = ScalarOf(loop.Counter.Type)!.Value;
        if (loop.Step == 1) return ir.Convert(ir.Apply(Primitives.Max, start, end), type);
        if (loop.Step == -1) return ir.Convert(ir.Apply(Primitives.Min, start, end), type);
        Atom trips = Trips(start, end, loop.Step);
        return ir.Convert(ir.Apply(Primitives.Add, start, ir.Apply(Primitives.Mul, trips, Atom.OfInteger(loop.Step, loop.Type))), type);
    }

    /// <summary>The number of iterations, in the type of the counter.</summary>
    private Atom Trips(Atom start, Atom end, long step)
    {
        ScalarType type = ir.TypeOf(end);
        (Atom low, Atom high) = step > 0 ? (start, end) : (end, start);
        Atom distance = ir.Apply(Primitives.Sub, high, low);
        if (!(low.IsInteger(0) && bounds.IsNonNegative(high)))
        {
            Atom runs = ir.Apply(Primitives.Lt, low, high);
            distance = runs.IsConstant ? runs.Boolean ? distance : Atom.Zero(type) : ir.Apply(Primitives.Select_, runs, distance, Atom.Zero(type));
        }

        long stride = Math.Abs(step);
        return stride == 1 ? distance : ir.Apply(Primitives.Div, ir.Apply(Primitives.Add, distance, Atom.OfInteger(stride - 1, type)), Atom.OfInteger(stride, type));
    }

    private static bool Declares(IOperation statement, ILocalSymbol local) =>
        statement is IVariableDeclarationGroupOperation group && group.Declarations.Any(d => d.Declarators.Any(v => SymbolEqualityComparer.Default.Equals(v.Symbol, local)));

    private static IEnumerable<Buffer> Writes(Block block)
    {
        foreach (Statement statement in block.Statements)
        {
            if (statement is Store store) yield return store.Buffer;
            if (statement is Accumulate accumulate) yield return accumulate.Buffer;
            foreach (Buffer buffer in statement.Blocks.SelectMany(Writes)) yield return buffer;
        }
    }

    /// <summary>True where an expression has no effect and only what it loads from arrays could change in the loop.</summary>
    private bool IsFixed(IOperation operation, LoopFacts facts) => operation switch
    {
        { ConstantValue.HasValue: true } => true,
        ILocalReferenceOperation { Local: var local } => IsUnassigned(local, facts),
        IParameterReferenceOperation { Parameter: var parameter } => IsUnassigned(parameter, facts),
        IFieldReferenceOperation { Field.IsStatic: true } => true,
        IPropertyReferenceOperation { Property: { IsStatic: false, Name: "Length" }, Instance: { } instance } => IsFixed(instance, facts),
        IInvocationOperation { TargetMethod.Name: "GetLength" or "GetUpperBound", Instance: { } instance } call when instance.Type is IArrayTypeSymbol => call.ChildOperations.All(c => IsFixed(c, facts)),
        IInvocationOperation call when MathFunctions.IsMath(call.TargetMethod) => call.Arguments.All(a => IsFixed(a.Value, facts)),
        IFieldReferenceOperation or IConversionOperation or IUnaryOperation or IParenthesizedOperation or IArrayElementReferenceOperation or IConditionalOperation
            => operation.ChildOperations.All(c => IsFixed(c, facts)),
        IBinaryOperation => operation.ChildOperations.All(c => IsFixed(c, facts)),
        IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { } span } element when Types.IsSpan(span.Type)
            => IsFixed(span, facts) && IsFixed(element.Arguments[0].Value, facts),
        _ => false,
    };

    /// <summary>True where the loop assigns neither the variable nor another name of it.</summary>
    private bool IsUnassigned(ISymbol symbol, LoopFacts facts) =>
        frame.Find(symbol) is VariablePlace variable && !CarriedBy(facts).Contains(variable.Cell);

    private void Run(IForEachLoopOperation loop)
    {
        IOperation collection = loop.Collection is IConversionOperation { Operand: var operand } && operand.Type is IArrayTypeSymbol ? operand : loop.Collection;
        if (ElementOf(collection.Type) is null && collection.Type is not IArrayTypeSymbol) throw RefuseType(collection, collection.Type);
        SequenceOperand array = Sequence(collection);
        if (array is ArrayOperand { Lengths.Length: > 1 } rectangular) array = rectangular with { Lengths = [CountOf(rectangular)] };
        LoopFacts facts = LoopFacts.Of(loop, frame);
        ILocalSymbol? variable = (loop.LoopControlVariable as IVariableDeclaratorOperation)?.Symbol;
        if (facts.HasBreak || facts.HasReturn)
        {
            RunAsWhile(loop, facts, array, variable);
            return;
        }

        Count(loop, CarriedBy(facts), Atom.OfInteger(0), array.Length, 1, "k", index =>
        {
            BindElement(loop, variable, array, index);
            Run(loop.Body);
        });
    }

    private void BindElement(IForEachLoopOperation loop, ILocalSymbol? variable, SequenceOperand array, Atom index)
    {
        Place place = ElementAt(array, loop, index);
        if (variable is null)
        {
            Write(PlacesOf(loop.LoopControlVariable), Read(place, null, loop), loop);
            return;
        }

        if (variable.RefKind != RefKind.None) frame.Bind(variable, place);
        else Bind(variable, Named(Convert(Read(place, loop), variable.Type) ?? throw RefuseType(loop.LoopControlVariable, variable.Type), variable.Name));
    }
}
