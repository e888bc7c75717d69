using HessianGen.Testing;
using HessianGen.Testing.Snapshots;

namespace HessianGen.Conformance.Tests.Guards;

/// <summary>The snapshot helper against the files of this folder's <c>Snapshots</c>, one of which is an orphan on purpose.</summary>
public sealed class SnapshotTests
{
    [Fact]
    public void Text_ThatWasApproved_Matches() => Snapshot.Match(this, "approved\n");

    [Fact]
    public void LineEndings_DoNotCount() => Snapshot.Match(this, [("two", "a\r\nb\r\n")]);

    [Fact]
    public void Text_ThatDiffers_IsWrittenBesideTheApprovedOne()
    {
        HarnessException exception = Assert.Throws<HarnessException>(() => Snapshot.Match(this, "another\n"));
        Assert.Contains("SnapshotTests.Text_ThatDiffers_IsWrittenBesideTheApprovedOne.received.txt differs", exception.Message);
        string received = Path.Combine(Folder, "SnapshotTests.Text_ThatDiffers_IsWrittenBesideTheApprovedOne.received.txt");
        Assert.Equal("another\n", File.ReadAllText(received));
        File.Delete(received);
    }

    [Fact]
    public void SnapshotThatTheTestNoLongerWrites_IsAnOrphan()
    {
        HarnessException exception = Assert.Throws<HarnessException>(() => Snapshot.Match(this, [("kept", "kept\n")]));
        Assert.Equal("SnapshotTests.SnapshotThatTheTestNoLongerWrites_IsAnOrphan#gone.verified.txt is an orphan: the test no longer writes it.", exception.Message.Split('\n')[0]);
    }

    [Fact]
    public void SnapshotWithoutATest_IsAnOrphan() =>
        Assert.Equal(["SnapshotTests.NoSuchTest.verified.txt"], Snapshot.Orphans(typeof(SnapshotTests).Assembly));

    private static string Folder => typeof(SnapshotTests).Assembly
        .GetCustomAttributes(typeof(System.Reflection.AssemblyMetadataAttribute), false)
        .Cast<System.Reflection.AssemblyMetadataAttribute>()
        .Single(data => data.Key == "Snapshots").Value!;
}
