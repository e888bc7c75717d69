using HessianGen.Testing.Subjects;

namespace HessianGen.Testing.Generation;

/// <summary>The member that a generator made for many Hessian-vector products of one method, called with boxed arguments and plain arrays for spans.</summary>
public sealed class ProductsMembers
{
    private const string Shim = "ProductsShim";

    private readonly Action<object[], int, double[], double[]> _products;

    private ProductsMembers(GeneratorOutcome outcome, SubjectMethod method)
    {
        outcome.RequireAccepted();
        Method = method;
        bool isSingle = method.Element == "float";
        string own = isSingle ? "d, p" : "directions, products";
        string text = $$"""
            using System;
            using HessianGen.Testing.Generation;

            internal static class {{Shim}}
            {
                public static void Products(object[] a, int count, double[] directions, double[] products)
                {
                    {{(isSingle ? "Span<float> d = Singles.Narrow(0, directions), p = Singles.Narrow(1, products);" : "")}}
                    {{method.Type}}.{{method.Name}}HessianVectorProducts({{method.ArgumentList("a")}}, count, {{own}});
                    {{(isSingle ? "Singles.Widen(p, products);" : "")}}
                }
            }
            """;
        _products = outcome.Load(text).GetType(Shim)!.GetMethod("Products")!.CreateDelegate<Action<object[], int, double[], double[]>>();
    }

    /// <summary>The method.</summary>
    public SubjectMethod Method { get; }

    /// <summary>Compiles a call of the member; one that is missing fails here.</summary>
    public static ProductsMembers Of(GeneratorOutcome outcome) => new(outcome, SubjectMethod.In(outcome.Compilation));

    /// <summary>Calls the member. The arguments are handed over as they are.</summary>
    public void Products(object[] arguments, int count, double[] directions, double[] products) => _products(arguments, count, directions, products);
}
