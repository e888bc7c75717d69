using HessianGen.Benchmarks.Compare;
using HessianGen.Benchmarks.Costs;
using HessianGen.Benchmarks.Details;
using HessianGen.Benchmarks.LongMethods;
using HessianGen.Benchmarks.Mathematics;
using HessianGen.Benchmarks.Threads;

// math [file]: the table of the vector mathematics; with a file, written into its marked section.
// compare [filter]: the generated methods against C++ written by hand, the rows whose names contain the filter.
// detail [filter]: the generated methods of these rows under BenchmarkDotNet, with what they allocate.
// costs [filter]: operations of value, gradient and product for every method of the corpus.
// threads: sums over samples on several threads against the serial members.
// long: gradients of methods of up to 5,000 statements.
switch (args)
{
    case ["math"]:
        Console.Write(MathTable.Make(Console.Error));
        return 0;
    case ["math", string file]:
        MathTable.Section.Replace(file, MathTable.Make(Console.Error));
        return 0;
    case ["compare"]:
        return Comparison.Run("", Console.Out, Console.Error);
    case ["compare", string filter]:
        return Comparison.Run(filter, Console.Out, Console.Error);
    case ["detail"]:
        return Detail.Run("", Console.Error);
    case ["detail", string filter]:
        return Detail.Run(filter, Console.Error);
    case ["costs"]:
        CostTable.Write(Console.Out, "");
        return 0;
    case ["costs", string filter]:
        CostTable.Write(Console.Out, filter);
        return 0;
    case ["threads"]:
        return ThreadTable.Run(Console.Out, Console.Error);
    case ["long"]:
        LongMethodTable.Write(Console.Out);
        return 0;
    default:
        Console.Error.WriteLine("usage: HessianGen.Benchmarks math [file.md] | compare [filter] | detail [filter] | costs [filter] | threads | long");
        return 1;
}
