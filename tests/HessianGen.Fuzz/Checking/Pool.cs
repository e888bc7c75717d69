using HessianGen.Fuzz.Grammar;
using HessianGen.Testing.Subjects;

namespace HessianGen.Fuzz.Checking;

/// <summary>Arguments for all parameters that programs may have; one list serves the programs and the oracle.</summary>
internal static class Pool
{
    private static readonly int[] Lengths = [3, 2, 1, 5, 4, 9, 17, 2, 6, 8, 1, 0];

    /// <summary>Points to evaluate a program at: the first with arrays of three, the others of random lengths, also empty ones.</summary>
    public static IEnumerable<object[]> Points(Subject subject)
    {
        Random random = new(subject.Seed);
        for (int k = 0; k < 2; k++)
        {
            yield return Arguments(subject, random, k == 0 ? 3 : Lengths[random.Next(Lengths.Length)]);
        }
    }

    /// <summary>Those of the arguments that the program takes.</summary>
    public static object[] Of(Subject subject, object[] pool) =>
        [.. Parameter.All.Zip(pool).Where(pair => subject.Parameters.Contains(pair.First)).Select(pair => pair.Second)];

    /// <summary>For each independent variable of the program its place among all real numbers of the pool.</summary>
    public static int[] Slots(Subject subject, object[] pool)
    {
        List<int> slots = [];
        int at = 0;
        foreach ((Parameter parameter, object argument) in Parameter.All.Zip(pool).Where(pair => pair.First.IsReal))
        {
            int count = argument switch { Array[] rows => rows.Sum(row => row.Length), Array array => array.Length, _ => 1 };
            if (subject.Variables.Contains(parameter.Name)) slots.AddRange(Enumerable.Range(at, count));
            at += count;
        }

        return [.. slots];
    }

    private static object[] Arguments(Subject subject, Random random, int length)
    {
        int rows = random.Next(1, 4);
        return [.. Parameter.All.Select(parameter => Argument(parameter, subject.Parameters.Contains(parameter)))];

        object Argument(Parameter parameter, bool isTaken)
        {
            int count = isTaken ? length : 0;
            return (parameter.Variable.Kind, subject.IsSingle) switch
            {
                (Kind.Integer, _) => random.Next(5),
                (Kind.Condition, _) => random.Next(2) == 0,
                (Kind.Indices, _) => Enumerable.Range(0, count).Select(_ => random.Next(length)).ToArray(),
                (Kind.Real, false) => Number(),
                (Kind.Real, true) => (float)Number(),
                (Kind.Matrix, false) => Matrix(isTaken ? rows : 0, count, Number),
                (Kind.Matrix, true) => Matrix(isTaken ? rows : 0, count, () => (float)Number()),
                (Kind.Jagged, false) => Jagged(isTaken ? rows : 0, Number),
                (Kind.Jagged, true) => Jagged(isTaken ? rows : 0, () => (float)Number()),
                (_, false) => Vector(count, Number),
                (_, true) => Vector(count, () => (float)Number()),
            };
        }

        double Number() => 3 * random.NextDouble() - 1.5;

        T[][] Jagged<T>(int count, Func<T> number) => [.. Enumerable.Range(0, count).Select(_ => Vector(random.Next(12) == 0 ? 0 : random.Next(1, 4), number))];

        static T[] Vector<T>(int count, Func<T> number) => [.. Enumerable.Range(0, count).Select(_ => number())];

        static T[,] Matrix<T>(int rows, int columns, Func<T> number)
        {
            T[,] matrix = new T[rows, columns];
            for (int i = 0; i < rows; i++)
            {
                for (int j = 0; j < columns; j++) matrix[i, j] = number();
            }

            return matrix;
        }
    }
}
