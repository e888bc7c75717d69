namespace HessianGen.Compiler.Ir;

/// <summary>A law of the IR: what <see cref="IrVerifier"/> holds every function to.</summary>
internal sealed record IrLaw(string Name, string Text)
{
    // @formatter:off
    //                                                     name                     what holds
    public static readonly IrLaw KnownValue          = new("known-value",           "a value id is an index of the value table");
    public static readonly IrLaw KnownBuffer         = new("known-buffer",          "a buffer id is an index of the buffer table");
    public static readonly IrLaw SingleAssignment    = new("single-assignment",     "a value is defined once");
    public static readonly IrLaw SingleAllocation    = new("single-allocation",     "a buffer is a parameter or allocated, and that once");
    public static readonly IrLaw ValueInScope        = new("value-in-scope",        "a value is used only where its definition dominates");
    public static readonly IrLaw BufferInScope       = new("buffer-in-scope",       "a buffer is used only where its allocation dominates");
    public static readonly IrLaw Arity               = new("arity",                 "a primitive has as many operands as its row says");
    public static readonly IrLaw OperandTypes        = new("operand-types",         "operands have the types that the primitive takes; f32 and f64 never mix");
    public static readonly IrLaw ResultType          = new("result-type",           "a result has the type that primitive and operands give it");
    public static readonly IrLaw ConstantInRange     = new("constant-in-range",     "a constant is a value of its type");
    public static readonly IrLaw IntegerIndex        = new("integer-index",         "an index or an extent is an integer");
    public static readonly IrLaw ElementType         = new("element-type",          "what is loaded, stored or added has the buffer's element type");
    public static readonly IrLaw NoBooleanSum        = new("no-boolean-sum",        "only numbers are accumulated");
    public static readonly IrLaw BooleanCondition    = new("boolean-condition",     "a condition is a bool");
    public static readonly IrLaw IntegerCounter      = new("integer-counter",       "a counter and its bounds are of one integer type");
    public static readonly IrLaw NonzeroStep         = new("nonzero-step",          "a step is not zero");
    public static readonly IrLaw CarriedArity        = new("carried-arity",         "a loop has one output and one yield for each carried value");
    public static readonly IrLaw CarriedType         = new("carried-type",          "initial value, carried value, yield and output are of one type");
    public static readonly IrLaw BranchArity         = new("branch-arity",          "each branch yields one atom for each output");
    public static readonly IrLaw BranchType          = new("branch-type",           "what a branch yields has the output's type");
    public static readonly IrLaw TestYieldsOneBool   = new("test-yields-one-bool",  "the test block of a while yields one bool");
    public static readonly IrLaw IntegerLength       = new("integer-length",        "the length of a buffer parameter is an integer");
    // @formatter:on

    /// <summary>Every row, in the order of the table.</summary>
    public static readonly IReadOnlyList<IrLaw> All =
    [
        KnownValue, KnownBuffer, SingleAssignment, SingleAllocation, ValueInScope, BufferInScope, Arity, OperandTypes, ResultType, ConstantInRange,
        IntegerIndex, ElementType, NoBooleanSum, BooleanCondition, IntegerCounter, NonzeroStep, CarriedArity, CarriedType, BranchArity, BranchType,
        TestYieldsOneBool, IntegerLength,
    ];
}
