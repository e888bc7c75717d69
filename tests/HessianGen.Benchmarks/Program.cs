using HessianGen.Benchmarks.Mathematics;

// math [file]: the table of the vector mathematics; with a file, written into its marked section.
switch (args)
{
    case ["math"]:
        Console.Write(MathTable.Make(Console.Error));
        return 0;
    case ["math", string file]:
        MathTable.Section.Replace(file, MathTable.Make(Console.Error));
        return 0;
    default:
        Console.Error.WriteLine("usage: HessianGen.Benchmarks math [file.md]");
        return 1;
}
