using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace HessianGen.Testing;

/// <summary>Source text in which <c>[|</c> and <c>|]</c> mark where diagnostics are expected; marks nest.</summary>
/// <param name="Text">The text without its marks.</param>
/// <param name="Spans">What was marked, by position and then outermost first.</param>
public sealed record AnnotatedSource(string Text, IReadOnlyList<TextSpan> Spans)
{
    /// <summary>Takes the marks out of a text.</summary>
    /// <exception cref="FormatException">An opening mark without a closing one, or the reverse.</exception>
    public static AnnotatedSource Parse(string annotated)
    {
        StringBuilder text = new();
        Stack<int> open = new();
        List<TextSpan> spans = [];
        for (int i = 0; i < annotated.Length; i++)
        {
            switch (annotated.AsSpan(i))
            {
                case ['[', '|', ..]:
                    open.Push(text.Length);
                    i++;
                    break;
                case ['|', ']', ..]:
                    spans.Add(open.TryPop(out int start)
                        ? TextSpan.FromBounds(start, text.Length)
                        : throw new FormatException($"The mark |] at {i} closes nothing."));
                    i++;
                    break;
                default:
                    text.Append(annotated[i]);
                    break;
            }
        }

        return open.Count == 0
            ? new(text.ToString(), [.. spans.OrderBy(span => span.Start).ThenByDescending(span => span.Length)])
            : throw new FormatException($"{open.Count} marks [| are never closed.");
    }
}
