using HessianGen.Testing.Subjects;

namespace HessianGen.Conformance.Tests.Lanes;

/// <summary>The results of all rows in lanes, in this process and in others that find the members in files.</summary>
internal static class LaneResults
{
    private const int LargestHessian = 17;

    /// <summary>Writes the members for another process.</summary>
    public static void WriteImages(string folder)
    {
        foreach (LaneRow row in LaneTable.InLanes) File.WriteAllBytes(PathOf(row, folder), LaneSubject.Of(row).Image);
    }

    /// <summary>The outputs of every call of every row in lanes, by what was called, with the members made here.</summary>
    public static IEnumerable<(string Call, double[] Outputs)> Here() =>
        LaneTable.InLanes.SelectMany(row => Of(row, LaneSubject.Of(row).Members));

    /// <summary>The same with members from files.</summary>
    public static IEnumerable<(string Call, double[] Outputs)> FromImages(string folder) =>
        LaneTable.InLanes.SelectMany(row => Of(row, new(row, LaneSubject.MethodOf(row), File.ReadAllBytes(PathOf(row, folder)))));

    private static IEnumerable<(string Call, double[] Outputs)> Of(LaneRow row, LaneMembers members) =>
        from member in row.Members
        from size in row.Sizes
        where size <= LargestHessian || member.Product != Derivatives.Hessian
        select ($"{row} {member} {size}", new LaneMembersAt(members, row, size).Call(member));

    private static string PathOf(LaneRow row, string folder) => Path.Combine(folder, row.Name + ".dll");
}
