using System.Reflection;
using HessianGen.Compiler.Emission;
using HessianGen.Compiler.Ir;
using HessianGen.Compiler.Lowering;

namespace HessianGen.Compiler.Tests.Emission;

/// <summary>A function of the IR lowered, emitted, compiled in <see cref="UserProject"/> and called.</summary>
internal sealed class EmittedMethod
{
    private readonly Function function;
    private readonly MethodInfo driver;

    private EmittedMethod(Function function, string text, MethodInfo driver) => (this.function, Text, this.driver) = (function, text, driver);

    /// <summary>The generated file.</summary>
    public string Text { get; }

    /// <param name="change">Changes the declaration around the method: namespace, containing types, taken names.</param>
    /// <param name="isStrict">False for what floating point may do by default.</param>
    public static EmittedMethod Of(Function function, bool checksOverflow = false, Func<MethodDeclaration, MethodDeclaration>? change = null, bool isStrict = true)
    {
        IrVerifier.Verify(function);
        MethodDeclaration declaration = Declare(function);
        if (change is not null) declaration = change(declaration);
        return OfAll([(function, declaration)], checksOverflow, isStrict)[0];
    }

    /// <summary>Many functions in one project, since a compilation has its price; each in a class of its own.</summary>
    public static EmittedMethod[] OfAll(IEnumerable<Function> functions, bool checksOverflow) =>
        OfAll([.. functions.Select((f, i) => (IrVerifier.Verify(f), Declare(f, "Subject" + i)))], checksOverflow);

    private static EmittedMethod[] OfAll((Function Function, MethodDeclaration Declaration)[] subjects, bool checksOverflow, bool isStrict = true)
    {
        string[] files = [.. subjects.Select(s => Emit(s.Function, s.Declaration, isStrict))];
        IEnumerable<string> drivers = subjects.Select((s, i) => Driver(s.Declaration, s.Function, MemberShape.Of(ProductOf(s.Function)), "Driver" + i));
        Assembly assembly = UserProject.Build(checksOverflow, files.Concat(drivers));
        return [.. subjects.Select((s, i) => new EmittedMethod(s.Function, files[i], assembly.GetType("Driver" + i)!.GetMethod("Run")!))];
    }

    private static string Emit(Function function, MethodDeclaration declaration, bool isStrict)
    {
        Product product = ProductOf(function);
        return Emitter.Emit(new(declaration, function, product, isStrict), product, Lower.Run(function, lanes: !isStrict)).Text;
    }

    /// <summary>Calls the method; arrays are written in place.</summary>
    public object? Call(params object[] arguments) => driver.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [arguments], null);

    /// <summary>Calls the method and interprets the function on equal arguments: results, arrays and exceptions must be the same, to the last bit. Arguments may share an array.</summary>
    public object? CallAsInterpreted(params object[] arguments)
    {
        Dictionary<Array, object> arrays = arguments.OfType<Array>().Distinct(ReferenceEqualityComparer.Instance).Cast<Array>().ToDictionary(a => a, a => a.Clone());
        object[] copies = [.. arguments.Select(a => a is Array array ? arrays[array] : a)];
        object? expected = null, actual = null;
        Exception? failure = Record.Exception(() => expected = Interpreter.Run(function, copies).Results.FirstOrDefault());
        if (failure is not null)
        {
            Assert.Throws(failure.GetType(), () => Call(arguments));
            return null;
        }

        actual = Call(arguments);
        if (function.Body.Yields.Count > 0) Assert.Equal(expected, actual);
        Assert.Equal(copies, arguments);
        return actual;
    }

    /// <summary>A static class of the namespace <c>User</c> whose method is the function.</summary>
    public static MethodDeclaration Declare(Function function, string type = "Subject")
    {
        ScalarType element = function.Body.Yields.Count > 0
            ? function.TypeOf(function.Body.Yields[0])
            : function.Buffers[function.Parameters.OfType<BufferParameter>().Last().Buffer.Id].Element;
        ParameterDeclaration[] parameters = [.. function.Parameters.Where(p => p.Role == ParameterRole.User).Select(p => Declare(p, function))];
        return new("User", new([new("static partial class " + type, type)]), function.Name, function.Name, "public", new(parameters), element, EquatableArray<string>.Empty);
    }

    private static ParameterDeclaration Declare(Parameter parameter, Function function)
    {
        if (parameter is ScalarParameter scalar)
        {
            ScalarType type = function.TypeOf(scalar.Value);
            return new(parameter.Name, type.Keyword(), "", ParameterForm.Scalar, type, parameter.IsVariable);
        }

        ScalarType element = function.Buffers[((BufferParameter)parameter).Buffer.Id].Element;
        return new(parameter.Name, $"global::System.Span<{element.Keyword()}>", "", ParameterForm.Span, element, parameter.IsVariable);
    }

    private static Product ProductOf(Function function)
    {
        ParameterRole[] roles = [.. function.Parameters.Select(p => p.Role)];
        return roles.Contains(ParameterRole.Hessian) ? Product.Hessian
            : roles.Contains(ParameterRole.Product) ? Product.HessianVectorProduct
            : roles.Contains(ParameterRole.Diagonal) ? Product.HessianDiagonal
            : roles.Contains(ParameterRole.Gradient) ? Product.Gradient
            : Product.Value;
    }

    /// <summary>A class with a method that unpacks boxed arguments and calls the subject.</summary>
    private static string Driver(MethodDeclaration declaration, Function function, MemberShape shape, string name)
    {
        IEnumerable<string> arguments = function.Parameters.Select((p, i) => Argument(p, i, function, declaration));
        string types = string.Concat(declaration.ContainingTypes.Select(t => "." + CSharpName.Escaped(t.Name)));
        string space = declaration.Namespace is null ? "" : "." + declaration.Namespace;
        string call = $"global::{(space + types).TrimStart('.')}.{declaration.Name}{shape.Suffix}({string.Join(", ", arguments)})";
        return $$"""
            /// <summary>Calls the subject.</summary>
            public static class {{name}}
            {
                /// <summary>Unpacks the arguments.</summary>
                public static object? Run(object[] a)
                {
                    {{(shape.ReturnsValue ? "return " + call : call + "; return null")}};
                }
            }
            """;
    }

    private static string Argument(Parameter parameter, int index, Function function, MethodDeclaration declaration)
    {
        string type = parameter is BufferParameter buffer
            ? function.Buffers[buffer.Buffer.Id].Element.Keyword() + "[]"
            : function.TypeOf(((ScalarParameter)parameter).Value).Keyword();
        ParameterDeclaration? declared = declaration.Parameters.FirstOrDefault(p => p.Name == parameter.Name);
        string cast = declared?.Form == ParameterForm.Enum ? $"({declared.Type})" : "";
        return $"{cast}({type})a[{index}]";
    }
}
