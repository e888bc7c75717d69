using System.Reflection;
using HessianGen.Testing;
using HessianGen.Testing.Snapshots;

namespace HessianGen.Conformance.Tests.Guards;

/// <summary>The snapshot helper against the files of this folder's <c>Snapshots</c>, one of which is an orphan on purpose.</summary>
public sealed class SnapshotTests : IDisposable
{
    private const string Accept = "HESSIANGEN_ACCEPT_SNAPSHOTS";
    private readonly string? _accept = Environment.GetEnvironmentVariable(Accept);

    /// <summary>Also in a run that accepts all snapshots, these must stay as they are.</summary>
    public SnapshotTests() => Environment.SetEnvironmentVariable(Accept, null);

    public void Dispose() => Environment.SetEnvironmentVariable(Accept, _accept);

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

    [Fact]
    public void AcceptedText_IsApprovedFromThenOn()
    {
        string verified = Path.Combine(Folder, "SnapshotTests.AcceptedText_IsApprovedFromThenOn.verified.txt");
        Environment.SetEnvironmentVariable(Accept, "1");
        Snapshot.Match(this, "new\n");
        Environment.SetEnvironmentVariable(Accept, null);
        Snapshot.Match(this, "new\n");
        File.Delete(verified);
    }

    private static string Folder => typeof(SnapshotTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(data => data.Key == "Snapshots").Value!;
}
