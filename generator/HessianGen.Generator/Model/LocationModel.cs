using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace HessianGen.Generator.Model;

/// <summary>A place in a file, as plain numbers.</summary>
/// <remarks>A <see cref="Location"/> would keep its syntax tree alive and differ after every edit.</remarks>
internal sealed record LocationModel(string Path, int Start, int Length, int StartLine, int StartColumn, int EndLine, int EndColumn)
{
    public static LocationModel Of(Location location)
    {
        FileLinePositionSpan lines = location.GetLineSpan();
        return new(
            lines.Path, location.SourceSpan.Start, location.SourceSpan.Length,
            lines.StartLinePosition.Line, lines.StartLinePosition.Character, lines.EndLinePosition.Line, lines.EndLinePosition.Character);
    }

    public Location ToLocation() =>
        Location.Create(Path, new(Start, Length), new(new(StartLine, StartColumn), new(EndLine, EndColumn)));
}
