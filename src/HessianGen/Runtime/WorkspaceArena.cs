using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace HessianGen.Runtime;

/// <summary>A stack of cache lines in one block, or in several while it grows: what was rented never moves.</summary>
/// <remarks>
/// When a block is full the next one is at least twice as large. Smaller blocks are kept while a scope is open, and
/// merged into one when the outermost scope closes: the second call of a method finds all it needs in one block.
/// </remarks>
internal sealed class WorkspaceArena
{
    private const int FirstBlock = 1024;            // lines: 64 KB
    private const int PageLines = 64, SkewLines = 5;

    private readonly List<WorkspaceBlock> _blocks = [new WorkspaceBlock(FirstBlock)];
    private int _block;                             // the block in use, and in it
    private int _line;                              // the first free line
    private int _depth;                             // open scopes

    public WorkspaceMark Mark => new(_block, _line);

    public int BlockCount => _blocks.Count;

    /// <summary>Opens a scope and returns its depth, 1 for the outermost.</summary>
    public int Open() => ++_depth;

    /// <summary>Rents for the scope of that depth; contents unspecified.</summary>
    public Span<T> Rent<T>(int length, int depth) where T : unmanaged
    {
        if (depth != _depth) ThrowNotInnermost();
        if (length < 0) ThrowNegative();
        int lines = Skewed(LineCount((long)length * Unsafe.SizeOf<T>()));
        if (lines > _blocks[_block].Lines - _line) MoveToBlockOf(lines);

        Span<T> rented = _blocks[_block].Slice<T>(_line, length);
        _line += lines;
        return rented;
    }

    /// <summary>Returns to the mark taken before the scope of that depth was opened; does nothing if it is closed already.</summary>
    public void Close(int depth, WorkspaceMark mark)
    {
        if (depth > _depth) return;
        (_block, _line) = (mark.Block, mark.Line);
        _depth = depth - 1;
        if (_depth == 0 && _blocks.Count > 1) Merge();
    }

    private void MoveToBlockOf(int lines)
    {
        do
        {
            if (_block + 1 == _blocks.Count) _blocks.Add(new WorkspaceBlock(Math.Max(lines, Doubled(_blocks[_block].Lines))));
            _block++;
            _line = 0;
        }
        while (_blocks[_block].Lines < lines);
    }

    private void Merge()
    {
        long total = 0;
        foreach (WorkspaceBlock block in _blocks) total += block.Lines;

        _blocks.RemoveRange(1, _blocks.Count - 1);  // let the old memory go before the new is asked for
        _blocks[0] = new WorkspaceBlock((int)Math.Min(total, MaximumLines));
    }

    private static int MaximumLines => Array.MaxLength - 1;     // one line is lost to alignment

    private static int Doubled(int lines) => (int)Math.Min(2L * lines, MaximumLines);

    /// <summary>Arrays of a page or more lie apart by a little more: elements with the same index would fall into the same sets of a cache.</summary>
    private static int Skewed(int lines) => lines >= PageLines && lines < MaximumLines - SkewLines ? lines + SkewLines : lines;

    private static int LineCount(long bytes) => checked((int)((bytes + CacheLine.Size - 1) / CacheLine.Size));

    [DoesNotReturn]
    private static void ThrowNegative() => throw new OverflowException("The length of a buffer must not be negative.");

    [DoesNotReturn]
    private static void ThrowNotInnermost() => throw new InvalidOperationException("Only the innermost open workspace scope can rent.");
}
