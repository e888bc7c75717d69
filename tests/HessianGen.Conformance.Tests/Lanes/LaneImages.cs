namespace HessianGen.Conformance.Tests.Lanes;

/// <summary>The compiled members in files, for other processes; gone when the tests are.</summary>
public sealed class LaneImages : IDisposable
{
    private readonly Lazy<string> folder = new(() =>
    {
        string path = Directory.CreateTempSubdirectory("lanes").FullName;
        LaneResults.WriteImages(path);
        return path;
    });

    public string Folder => folder.Value;

    public void Dispose()
    {
        if (folder.IsValueCreated) Directory.Delete(folder.Value, recursive: true);
    }
}
