using System.Runtime.InteropServices;

namespace HessianGen.Benchmarks.Compare;

/// <summary>Compiles the folder <c>native</c>, which the build copies beside the program.</summary>
internal static class NativeVariants
{
    private static readonly string[] s_strict = ["-std=c++17", "-O3", "-march=native", "-fPIC"];

    private static readonly string[] s_fast = [.. s_strict, "-ffast-math", "-mprefer-vector-width=512"];

    // How a source asks for flags of its own, in its first line.
    private const string FlagsMark = "// flags:";

    // What g++ makes faster than clang says so there.
    private const string PlainMark = "// compiler: g++";

    /// <summary>Plain loops, the same with fast-math, and hand-blocked; without those that cannot be had, as <paramref name="log"/> says.</summary>
    public static IReadOnlyList<NativeVariant> Compile(TextWriter log)
    {
        Compiler? plain = Compiler.Find("g++", "clang++-19", "clang++"), best = Compiler.Find("clang++-19", "clang++", "g++");
        if (plain is null || best is null)
        {
            log.WriteLine("no C++ compiler is installed (clang++-19, clang++ or g++): the rows go without C++");
            return [];
        }

        DirectoryInfo folder = Directory.CreateTempSubdirectory();
        try
        {
            NativeVariant?[] variants =
            [
                Compile("s", plain, plain, _ => s_strict, [], folder, log),
                Compile("f", plain, plain, _ => s_fast, [], folder, log),
                Compile("h", best, plain, c => c.IsClang ? [.. s_fast, "-fveclib=libmvec"] : s_fast, Sources("blocked"), folder, log),
            ];
            return [.. variants.OfType<NativeVariant>()];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    // A source of the plain loops stands in where there is none of the same name among the blocked.
    private static NativeVariant? Compile(string name, Compiler compiler, Compiler plain, Func<Compiler, string[]> flags, string[] blocked, DirectoryInfo folder, TextWriter log)
    {
        string[] sources = [.. blocked, .. Sources("loops").ExceptBy(blocked.Select(Path.GetFileName), Path.GetFileName)];
        string[] units = [.. sources.Select(s => Path.Combine(folder.FullName, $"{name}-{Path.GetFileNameWithoutExtension(s)}.o"))];
        string?[] complaints = new string?[sources.Length];
        Parallel.For(0, sources.Length, i =>
        {
            Compiler chosen = FirstLine(sources[i]) == PlainMark ? plain : compiler;
            complaints[i] = chosen.Run([.. flags(chosen), .. FlagsOf(sources[i]), "-c", sources[i], "-o", units[i]]);
        });

        // Linked without -ffast-math: with it, loading the library would flush denormals to zero in this process.
        string library = Path.Combine(folder.FullName, $"{name}.so");
        string? complaint = complaints.FirstOrDefault(c => c is not null) ?? compiler.Run(["-shared", .. units, "-o", library, "-lmvec", "-lm"]);
        if (complaint is null && NativeLibrary.TryLoad(library, out nint handle)) return new(name, handle, compiler);
        log.WriteLine($"{name} is left out: {complaint ?? "its library cannot be loaded"}");
        return null;
    }

    private static string[] FlagsOf(string source)
    {
        string first = FirstLine(source);
        return first.StartsWith(FlagsMark, StringComparison.Ordinal) ? first[FlagsMark.Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries) : [];
    }

    private static string FirstLine(string source) => File.ReadLines(source).First();

    private static string[] Sources(string folder) => Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "native", folder), "*.cpp");
}
