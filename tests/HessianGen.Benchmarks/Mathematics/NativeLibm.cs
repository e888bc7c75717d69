using System.Diagnostics;
using System.Runtime.InteropServices;
using HessianGen.Mathematics.Tests.Reference;

namespace HessianGen.Benchmarks.Mathematics;

/// <summary>The vector functions of the C library, as g++ uses them with -O3 -march=native -ffast-math.</summary>
internal sealed class NativeLibm
{
    // Name of ours, name in C, arguments.
    private static readonly (string Name, string C, int Arity)[] s_functions =
    [
        ("Exp", "exp", 1), ("Log", "log", 1), ("Tanh", "tanh", 1), ("LogP1", "log1p", 1), ("ExpM1", "expm1", 1), ("Sin", "sin", 1), ("Cos", "cos", 1),
        ("Tan", "tan", 1), ("Sinh", "sinh", 1), ("Cosh", "cosh", 1), ("Atan", "atan", 1), ("Asin", "asin", 1), ("Acos", "acos", 1), ("Cbrt", "cbrt", 1),
        ("Erf", "erf", 1), ("Erfc", "erfc", 1), ("Pow", "pow", 2), ("Hypot", "hypot", 2),
    ];

    private readonly nint _library;

    private unsafe delegate void NativeLoop(void* x, void* y, void* result, nint count);

    private NativeLibm(nint library) => _library = library;

    /// <summary>Compiles the loops, or says on <paramref name="log"/> why not.</summary>
    public static NativeLibm? TryCompile(TextWriter log)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory();
        try
        {
            string source = Path.Combine(folder.FullName, "loops.cpp"), unit = Path.Combine(folder.FullName, "loops.o"), library = Path.Combine(folder.FullName, "loops.so");
            File.WriteAllText(source, "#include <math.h>\n" + string.Concat(s_functions.Select(f => LoopOf(f, "double", "") + LoopOf(f, "float", "f"))));

            // Linked without -ffast-math: with it, loading the library would flush denormals to zero in this process.
            if (Compile("-O3", "-march=native", "-ffast-math", "-fopenmp-simd", "-fPIC", "-c", source, "-o", unit)
                && Compile("-shared", unit, "-o", library, "-lmvec", "-lm")
                && NativeLibrary.TryLoad(library, out nint handle)) return new(handle);
            log.WriteLine("libmvec: left out, g++ could not make the loops");
        }
        catch (System.ComponentModel.Win32Exception)
        {
            log.WriteLine("libmvec: left out, there is no g++");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
        return null;
    }

    public unsafe Loop<T>? Find<T>(Function function) where T : unmanaged
    {
        if (!NativeLibrary.TryGetExport(_library, Symbol(function.Name, typeof(T) == typeof(float) ? "float" : "double"), out nint address)) return null;
        NativeLoop loop = Marshal.GetDelegateForFunctionPointer<NativeLoop>(address);
        return (x, y, result) =>
        {
            fixed (T* px = x, py = y, pr = result) loop(px, py, pr, x.Length);
        };
    }

    private static bool Compile(params string[] arguments)
    {
        using Process process = Process.Start("g++", arguments);
        process.WaitForExit();
        return process.ExitCode == 0;
    }

    private static string Symbol(string name, string type) => $"{name}_{type}";

    private static string LoopOf((string Name, string C, int Arity) f, string type, string suffix) =>
        $$"""
        extern "C" void {{Symbol(f.Name, type)}}(const {{type}}* x, const {{type}}* y, {{type}}* __restrict r, long n)
        {
            #pragma omp simd
            for (long i = 0; i < n; i++) r[i] = {{f.C}}{{suffix}}({{(f.Arity == 1 ? "x[i]" : "x[i], y[i]")}});
        }

        """;
}
