using System.Reflection;
using HessianGen.Compiler.Ir;
using HessianGen.Generator.Frontend;
using HessianGen.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HessianGen.Generator.Tests.Frontend;

/// <summary>A differentiable method of one of the files in <c>Programs</c>, compiled, and translated.</summary>
internal sealed class TranslatedProgram
{
    private const string Shim = "Shim";

    private static readonly Dictionary<string, (CSharpCompilation Compilation, Assembly Assembly)> Files = [];

    private readonly MethodInfo compiled, arguments;

    private TranslatedProgram(ParsedMethod parsed, MethodInfo compiled, MethodInfo arguments) => (Parsed, this.compiled, this.arguments) = (parsed, compiled, arguments);

    /// <summary>What the front end makes of it.</summary>
    public ParsedMethod Parsed { get; }

    /// <summary>The argument lists that the file gives for it.</summary>
    public IEnumerable<object[]> Arguments => (object[][])arguments.Invoke(null, null)!;

    /// <summary>All programs, as <c>File.Method</c>.</summary>
    public static IEnumerable<string> Names =>
        from resource in typeof(TranslatedProgram).Assembly.GetManifestResourceNames()
        where resource.StartsWith("Programs.", StringComparison.Ordinal) && resource != "Programs.Given"
        let file = resource["Programs.".Length..]
        from method in Methods(CSharpSyntaxTree.ParseText(Text(file), InMemory.ParseOptions).GetRoot())
        select $"{file}.{method.Identifier.Text}";

    public static TranslatedProgram Of(string name)
    {
        string[] parts = name.Split('.');
        (CSharpCompilation compilation, Assembly assembly) = Compile(parts[0]);
        SyntaxTree tree = compilation.SyntaxTrees[0];
        MethodDeclarationSyntax syntax = Methods(tree.GetRoot()).Single(m => m.Identifier.Text == parts[1]);
        IMethodSymbol method = compilation.GetSemanticModel(tree).GetDeclaredSymbol(syntax)!;
        ParsedMethod parsed = MethodParser.Parse(method, method.GetAttributes()[0], compilation, default);
        const BindingFlags any = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;
        return new(parsed, assembly.GetType(Shim)!.GetMethod(parts[1])!, assembly.GetType(parts[0])!.GetMethod(parts[1] + "Arguments", any)!);
    }

    /// <summary>What the compiled method returns, or the name of what it throws.</summary>
    public object Run(object[] list) => Outcome(() => Convert.ToDouble(compiled.CreateDelegate<Func<object[], double>>()(Copy(list))));

    /// <summary>What the translated method returns, or the name of what it throws.</summary>
    public object Interpret(object[] list) => Outcome(() => Convert.ToDouble(Interpreter.Run(Parsed.Source!.Primal, Copy(list)).Results[0]));

    private static (CSharpCompilation Compilation, Assembly Assembly) Compile(string file)
    {
        lock (Files)
        {
            if (Files.TryGetValue(file, out (CSharpCompilation, Assembly) known)) return known;
            CSharpCompilation compilation = InMemory.Compile(Text(file), Text("Given"));
            SemanticModel model = compilation.GetSemanticModel(compilation.SyntaxTrees[0]);
            IEnumerable<string> callers = Methods(compilation.SyntaxTrees[0].GetRoot()).Select(m => Caller(model.GetDeclaredSymbol(m)!));
            SyntaxTree shim = InMemory.Parse($"public static class {Shim} {{ {string.Join("\n", callers)} }}", "Shim.cs");
            return Files[file] = (compilation, InMemory.Load(compilation.AddSyntaxTrees(shim)));
        }
    }

    private static string Caller(IMethodSymbol method) =>
        $"public static double {method.Name}(object[] a) => {method.ContainingType.Name}.{method.Name}({string.Join(", ", method.Parameters.Select((p, k) => Unboxed(p.Type, $"a[{k}]")))});";

    private static string Unboxed(ITypeSymbol type, string boxed) => type switch
    {
        IArrayTypeSymbol array => $"({array.ElementType}[]){boxed}",
        INamedTypeSymbol { TypeArguments: [var element] } => $"({element}[]){boxed}",
        { TypeKind: TypeKind.Enum } => $"({type})(int){boxed}",
        _ => $"({type}){boxed}",
    };

    private static object Outcome(Func<double> run)
    {
        try
        {
            return run();
        }
        catch (Exception failure)
        {
            // The interpreter knows a few exceptions and gives the name of the others in its message.
            return failure.Message.StartsWith("global::", StringComparison.Ordinal) ? failure.Message.Split(':')[2].Split('.')[^1] : failure.GetType().Name;
        }
    }

    private static object[] Copy(object[] list) => [.. list.Select(argument => argument is Array array ? array.Clone() : argument)];

    private static IEnumerable<MethodDeclarationSyntax> Methods(SyntaxNode root) =>
        root.DescendantNodes().OfType<MethodDeclarationSyntax>().Where(m => m.AttributeLists.Count > 0);

    private static string Text(string file)
    {
        using StreamReader reader = new(typeof(TranslatedProgram).Assembly.GetManifestResourceStream("Programs." + file)!);
        return reader.ReadToEnd();
    }
}
