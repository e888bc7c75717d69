using Microsoft.CodeAnalysis;

namespace HessianGen.Generator.Frontend;

/// <summary>How refused constructs are called, and what to write instead.</summary>
internal static class Constructs
{
    private const string UseScalars = "use numbers, tuples, spans and arrays";

    private static readonly Dictionary<OperationKind, (string What, string Instead)> Rows = new()
    {
        // @formatter:off
        // construct                                         is called                       instead
        [OperationKind.AnonymousFunction]                 = ("A lambda",                     "write a local function or a static method and call it by its name"),
        [OperationKind.DelegateCreation]                  = ("A delegate",                   "call the method by its name"),
        [OperationKind.MethodReference]                   = ("A delegate",                   "call the method by its name"),
        [OperationKind.Await]                             = ("'await'",                      "compute synchronously"),
        [OperationKind.YieldReturn]                       = ("'yield'",                      "write the results to a span"),
        [OperationKind.YieldBreak]                        = ("'yield'",                      "write the results to a span"),
        [OperationKind.Try]                               = ("'try'",                        "let exceptions pass to the caller"),
        [OperationKind.Using]                             = ("'using'",                      UseScalars),
        [OperationKind.UsingDeclaration]                  = ("'using'",                      UseScalars),
        [OperationKind.Lock]                              = ("'lock'",                       "pass the data as parameters"),
        [OperationKind.Labeled]                           = ("A label",                      "write a loop"),
        [OperationKind.InstanceReference]                 = ("'this'",                       "pass what is needed as parameters"),
        [OperationKind.InterpolatedString]                = ("A string",                     UseScalars),
        [OperationKind.ObjectCreation]                    = ("An object",                    UseScalars),
        [OperationKind.AnonymousObjectCreation]           = ("An object",                    "use a tuple"),
        [OperationKind.TypeParameterObjectCreation]       = ("An object",                    UseScalars),
        [OperationKind.DynamicInvocation]                 = ("A dynamic call",               "call a static method"),
        [OperationKind.DynamicMemberReference]            = ("A dynamic expression",         "use static types"),
        [OperationKind.ConditionalAccess]                 = ("'?.'",                         "test the condition with 'if'"),
        [OperationKind.Coalesce]                          = ("'??'",                         "test the condition with 'if'"),
        [OperationKind.CoalesceAssignment]                = ("'??='",                        "test the condition with 'if'"),
        [OperationKind.IsType]                            = ("A type test",                  UseScalars),
        [OperationKind.TypeOf]                            = ("'typeof'",                     UseScalars),
        [OperationKind.AddressOf]                         = ("A pointer",                    "use a span"),
        [OperationKind.EventReference]                    = ("An event",                     "call a static method"),
        [OperationKind.With]                              = ("'with'",                       "write the new value out"),
        [OperationKind.Utf8String]                        = ("A string",                     UseScalars),
        [OperationKind.Range]                             = ("A range as a value",           "write it inside the brackets"),
        // @formatter:on
    };

    public static bool Has(OperationKind kind) => Rows.ContainsKey(kind);

    /// <summary>The row of a kind, or one that fits every kind.</summary>
    public static (string What, string Instead) Of(OperationKind kind) =>
        Rows.TryGetValue(kind, out (string, string) row) ? row : ("This construct", "write it with numbers, spans, arrays, loops and calls of static methods");
}
