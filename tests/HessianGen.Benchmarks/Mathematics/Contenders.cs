using System.Numerics.Tensors;
using System.Reflection;
using System.Runtime.Intrinsics;
using HessianGen.Mathematics;
using HessianGen.Mathematics.Tests.Reference;

namespace HessianGen.Benchmarks.Mathematics;

/// <summary>The implementations of a function, found by its name: a column of the table each.</summary>
internal static class Contenders
{
    private delegate void TensorLoop<T>(ReadOnlySpan<T> x, Span<T> result);

    /// <summary>The columns in the order of the table.</summary>
    public static readonly IReadOnlyList<string> Columns = ["512", "256", "scalar", "Math", "Vector512", "TensorPrimitives", "libmvec"];

    /// <summary>The loop of a column, or null where it lacks the function.</summary>
    public static Loop<T>? Find<T>(string column, Function function, NativeLibm? libmvec) where T : unmanaged => column switch
    {
        "512" => Of<T>(typeof(VectorMath), function, typeof(Vector512<T>)),
        "256" => Of<T>(typeof(VectorMath), function, typeof(Vector256<T>)),
        "scalar" => Of<T>(typeof(VectorMath), function, typeof(T)),
        "Math" => Of<T>(typeof(T) == typeof(float) ? typeof(MathF) : typeof(Math), function, typeof(T)) ?? Of<T>(typeof(T), function, typeof(T)),
        "Vector512" => Of<T>(typeof(Vector512), function, typeof(Vector512<T>)),
        "TensorPrimitives" => Tensor<T>(function),
        _ => libmvec?.Find<T>(function),
    };

    private static Loop<T>? Of<T>(Type type, Function function, Type lane) where T : unmanaged =>
        Sweep<T>.Method(type, function.Name, lane, function.Arity) is { } method ? new Sweep<T>(method).Run : null;

    private static Loop<T>? Tensor<T>(Function function)
    {
        MethodInfo? method = typeof(TensorPrimitives).GetMethods().SingleOrDefault(m => m.Name == function.Name && m.IsGenericMethodDefinition && AreSpans(m, function.Arity + 1));
        if (method is null) return null;
        method = method.MakeGenericMethod(typeof(T));
        if (function.Arity == 2) return method.CreateDelegate<Loop<T>>();
        TensorLoop<T> loop = method.CreateDelegate<TensorLoop<T>>();
        return (x, _, result) => loop(x, result);
    }

    private static bool AreSpans(MethodInfo method, int count)
    {
        ParameterInfo[] parameters = method.GetParameters();
        return parameters.Length == count && parameters.All(p => p.ParameterType.IsGenericType);
    }
}
