using Microsoft.CodeAnalysis;

namespace HessianGen.Generator.Diagnostics;

/// <summary>Everything that the user can be told, one row each. To add a diagnostic: a row here, a line in AnalyzerReleases.Unshipped.md, a section in docs/diagnostics.md, a row in the tests.</summary>
/// <remarks>A message says what cannot be and what to write instead. HG0: the generator; HG1: declarations; HG2: the language; HG3: warnings; HG9: faults of the generator itself.</remarks>
internal static class Descriptors
{
    private const string Category = "HessianGen";
    private const string Help = "https://github.com/hessiangen/hessiangen/blob/main/docs/diagnostics.md#";

    // @formatter:off
    // the generator
    public static readonly DiagnosticDescriptor NotGenerated = Error("HG0001", "Derivatives were not generated", "The derivatives of '{0}' were not generated: {1} (+{2}) {3}");

    // declarations
    public static readonly DiagnosticDescriptor NotPartial         = Error("HG1001", "Containing type is not partial",        "'{0}' must be partial for derivatives of '{1}' to join it; write 'partial {2} {0}'");
    public static readonly DiagnosticDescriptor NotStatic          = Error("HG1002", "Method is not static",                  "'{0}' must be static: a derivative is taken with respect to parameters only; write 'static' and pass what it needs of the instance as parameters");
    public static readonly DiagnosticDescriptor NoVariable         = Error("HG1003", "No independent variable",               "'{0}' has no independent variable; give it a parameter of type double, float, or a span or array of these");
    public static readonly DiagnosticDescriptor VariableNotReal    = Error("HG1004", "Variable is not floating-point",        "'{0}' is of type '{1}', by which nothing can be differentiated; remove [Variable] or make it double, float, or a span or array of these");
    public static readonly DiagnosticDescriptor ReturnType         = Error("HG1005", "Return type is not floating-point",     "'{0}' returns '{1}'; a differentiable method must return double or float");
    public static readonly DiagnosticDescriptor MixedPrecision     = Error("HG1006", "Variables of mixed precision",          "'{0}' mixes double and float in its variables and its result; use one type for all of them, and convert inside the method");
    public static readonly DiagnosticDescriptor ByReference        = Error("HG1007", "Parameter is passed by reference",      "Parameter '{0}' is '{1}', and a differentiable method must not write its parameters; pass it by value and return the result");
    public static readonly DiagnosticDescriptor Generic            = Error("HG1008", "Generic method",                        "'{0}' is generic; derivatives are generated for concrete types only, so write a non-generic method that calls it");
    public static readonly DiagnosticDescriptor AsyncOrIterator    = Error("HG1009", "Async method or iterator",              "'{0}' is {1}, whose body does not run as it is written; write an ordinary method");
    public static readonly DiagnosticDescriptor ParameterType      = Error("HG1010", "Parameter type is not supported",       "Parameter '{0}' is of type '{1}'; use numbers, bool, enums, or spans and arrays of these");
    public static readonly DiagnosticDescriptor UnsupportedProduct = Error("HG1011", "Derivative is not supported",           "Derivatives.{0} cannot be generated yet; remove it from the request, or ask for Derivatives.All, which means all that can be");
    public static readonly DiagnosticDescriptor NoBody             = Error("HG1012", "Method has no body",                    "'{0}' has no body to differentiate; write one");
    public static readonly DiagnosticDescriptor LocalFunction      = Error("HG1013", "Local function",                        "'{0}' is a local function, to which no members can be added; make it a static method of a partial class");
    public static readonly DiagnosticDescriptor FileLocal          = Error("HG1014", "Containing type is file-local",         "'{0}' is file-local, so no generated file can add members to it; make it internal");
    public static readonly DiagnosticDescriptor NotBatched         = Error("HG1015", "No batch of the method",                "There can be no batch with '{0}' as it is: {1}");
    public static readonly DiagnosticDescriptor EmptyBatch         = Error("HG1016", "Batch of nothing",                      "Derivatives.Batch adds a batch of each of the other derivatives asked for, and there is none that it could be made of; add one, as in Derivatives.Hessian | Derivatives.Batch");
    public static readonly DiagnosticDescriptor NotSparse          = Error("HG1017", "No sparse Hessian of the method",       "The Hessian of '{0}' does not consist of a few diagonals: {1}; ask for Derivatives.Hessian or Derivatives.HessianVectorProduct instead");

    // the language
    public static readonly DiagnosticDescriptor Expression         = Error("HG2001", "Expression cannot be differentiated",   "{0} cannot be differentiated; {1}");
    public static readonly DiagnosticDescriptor Statement          = Error("HG2002", "Statement cannot be differentiated",    "{0} cannot be differentiated; {1}");
    public static readonly DiagnosticDescriptor Type               = Error("HG2003", "Type is not supported",                 "Values of type '{0}' are not supported; use numbers, bool, enums, tuples and structs of these, or spans and arrays of these");
    public static readonly DiagnosticDescriptor NoSource           = Error("HG2004", "Called method has no source",           "'{0}' has no source in this compilation and no known derivative; {1}");
    public static readonly DiagnosticDescriptor Recursion          = Error("HG2005", "Recursion",                             "'{0}' calls itself; write it as a loop, or say how deep with [Differentiable(RecursionDepth = n)]");
    public static readonly DiagnosticDescriptor MutableState       = Error("HG2006", "Mutable static state",                  "'{0}' is not a constant, so the derivative could depend on when it is taken; make it const, static readonly with a formula, or a private static readonly array that is only read, or pass it as a parameter");
    public static readonly DiagnosticDescriptor MergedReferences   = Error("HG2007", "One variable for several arrays",       "'{0}' stands for different arrays here ({1}); {2}");
    public static readonly DiagnosticDescriptor TooLarge           = Error("HG2008", "Method is too large",                   "'{0}' has more than {1} operations once everything it calls is inlined; write repetitions as loops");
    public static readonly DiagnosticDescriptor Virtual            = Error("HG2009", "Call is not static",                    "'{0}' is not a static method, so what it does is not known at compile time; call a static method");
    public static readonly DiagnosticDescriptor Checked            = Error("HG2010", "Checked arithmetic",                    "Overflow checks on '{0}' are not supported; write unchecked(...), or compute in a wider type");
    public static readonly DiagnosticDescriptor CustomRule         = Error("HG2011", "Custom derivative does not fit",        "The rule '{0}' for the derivative of '{1}' must {2}");

    // warnings
    public static readonly DiagnosticDescriptor ZeroDerivative     = Warning("HG3001", "Derivative is zero",                  "{0} of a value that depends on the variables has derivative zero wherever it has one; keep variables out of it if that is not meant");
    public static readonly DiagnosticDescriptor ExactComparison    = Warning("HG3002", "Exact comparison",                    "'{0}' compares a value that depends on the variables exactly: the derivative knows the branch taken and not that it holds at one point only; compare with a range");
    public static readonly DiagnosticDescriptor ZeroSecondDerivative = Warning("HG3003", "Second derivative is zero",          "'{0}' consists of linear pieces, so its second derivatives are zero wherever they exist; ask for Derivatives.Gradient alone, or for the Gauss-Newton matrix of a loss that is curved in its network's outputs");

    // faults of the generator itself
    public static readonly DiagnosticDescriptor Internal           = Error("HG9001", "Internal error",                        "{1} of '{0}' could not be generated, which is a fault of the generator: {2}");
    // @formatter:on

    /// <summary>Every row, in the order of the table.</summary>
    public static readonly IReadOnlyList<DiagnosticDescriptor> All =
    [
        NotGenerated,
        NotPartial, NotStatic, NoVariable, VariableNotReal, ReturnType, MixedPrecision, ByReference, Generic, AsyncOrIterator, ParameterType, UnsupportedProduct, NoBody, LocalFunction, FileLocal, NotBatched, EmptyBatch, NotSparse,
        Expression, Statement, Type, NoSource, Recursion, MutableState, MergedReferences, TooLarge, Virtual, Checked, CustomRule,
        ZeroDerivative, ExactComparison, ZeroSecondDerivative,
        Internal,
    ];

    /// <summary>The row of an id.</summary>
    public static DiagnosticDescriptor Of(string id) => All.First(d => d.Id == id);

    private static DiagnosticDescriptor Error(string id, string title, string message) => Row(id, title, message, DiagnosticSeverity.Error);

    private static DiagnosticDescriptor Warning(string id, string title, string message) => Row(id, title, message, DiagnosticSeverity.Warning);

    private static DiagnosticDescriptor Row(string id, string title, string message, DiagnosticSeverity severity) =>
        new(id, title, message, Category, severity, isEnabledByDefault: true, helpLinkUri: Help + id.ToLowerInvariant());
}
