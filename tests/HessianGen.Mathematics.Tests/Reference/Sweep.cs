using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace HessianGen.Mathematics.Tests.Reference;

/// <summary>A loop over arrays that calls a static method once for each value or vector of values.</summary>
/// <remarks>The loop is emitted around the method, so that the JIT inlines it as it would in generated code.</remarks>
public sealed class Sweep<T> where T : unmanaged
{
    private delegate void Loop(ref readonly T x, ref readonly T y, ref T result, nint count);

    private readonly Loop _loop;

    /// <param name="method">Takes and returns <typeparamref name="T"/>, or Vector256 or Vector512 of it.</param>
    public Sweep(MethodInfo method)
    {
        Type lane = method.ReturnType;
        int step = lane == typeof(T) ? 1 : lane == typeof(Vector256<T>) ? Vector256<T>.Count : Vector512<T>.Count;
        DynamicMethod loop = new(method.Name, null, [typeof(T).MakeByRefType(), typeof(T).MakeByRefType(), typeof(T).MakeByRefType(), typeof(nint)], typeof(Sweep<T>).Module, skipVisibility: true);
        ILGenerator il = loop.GetILGenerator();
        LocalBuilder i = il.DeclareLocal(typeof(nint)), value = il.DeclareLocal(lane);
        Label body = il.DefineLabel();

        il.Emit(OpCodes.Ldc_I4_0);
        il.Emit(OpCodes.Conv_I);
        il.Emit(OpCodes.Stloc, i);
        il.MarkLabel(body);
        for (int argument = 0; argument < method.GetParameters().Length; argument++)
        {
            ElementAddress(argument);
            il.Emit(OpCodes.Unaligned, (byte)1);
            il.Emit(OpCodes.Ldobj, lane);
        }
        il.Emit(OpCodes.Call, method);
        il.Emit(OpCodes.Stloc, value);
        ElementAddress(2);
        il.Emit(OpCodes.Ldloc, value);
        il.Emit(OpCodes.Unaligned, (byte)1);
        il.Emit(OpCodes.Stobj, lane);
        il.Emit(OpCodes.Ldloc, i);
        il.Emit(OpCodes.Ldc_I4, step);
        il.Emit(OpCodes.Add);
        il.Emit(OpCodes.Stloc, i);
        il.Emit(OpCodes.Ldloc, i);
        il.Emit(OpCodes.Ldarg_3);
        il.Emit(OpCodes.Blt, body);
        il.Emit(OpCodes.Ret);
        _loop = loop.CreateDelegate<Loop>();

        void ElementAddress(int argument)
        {
            il.Emit(OpCodes.Ldarg, (short)argument);
            il.Emit(OpCodes.Ldloc, i);
            il.Emit(OpCodes.Call, typeof(Unsafe).GetMethod(nameof(Unsafe.Add), 1, [Type.MakeGenericMethodParameter(0).MakeByRefType(), typeof(nint)])!.MakeGenericMethod(typeof(T)));
        }
    }

    /// <summary>The overload of a function of <see cref="VectorMath"/> on <paramref name="lane"/>, or null.</summary>
    public static MethodInfo? Method(Type type, string name, Type lane, int arity) =>
        type.GetMethod(name, BindingFlags.Public | BindingFlags.Static, [.. Enumerable.Repeat(lane, arity)]);

    /// <summary>result[i] = f(x[i], y[i]). All of one length, a multiple of the lanes of a Vector512.</summary>
    public void Run(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> result)
    {
        if (x.IsEmpty || x.Length % Vector512<T>.Count != 0 || y.Length != x.Length || result.Length != x.Length) throw new ArgumentException("Lengths.");
        _loop(in MemoryMarshal.GetReference(x), in MemoryMarshal.GetReference(y), ref MemoryMarshal.GetReference(result), x.Length);
    }
}
