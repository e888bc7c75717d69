using Microsoft.CodeAnalysis;

namespace HessianGen.Generator.Frontend;

/// <summary>Remembers what each open branch wrote, so that the next one starts from the same state.</summary>
internal sealed class Trail
{
    private readonly Stack<Dictionary<Cell, Operand?>> open = new();
    private readonly List<Cell> all = [];

    /// <summary>The number of cells made so far: those with a smaller number are older.</summary>
    public int CellCount => all.Count;

    /// <summary>The cells that hold something at this point, oldest first.</summary>
    public IEnumerable<Cell> Live => all.Where(c => c.Value is not null);

    public Cell NewCell(string? name, Operand? value = null, ITypeSymbol? type = null)
    {
        Cell cell = new(name, type, all.Count);
        all.Add(cell);
        Write(cell, value);
        return cell;
    }

    public void Write(Cell cell, Operand? value)
    {
        if (open.Count > 0 && !open.Peek().ContainsKey(cell)) open.Peek().Add(cell, cell.Value);
        cell.Value = value;
    }

    public void Begin() => open.Push([]);

    /// <summary>Ends the branch, puts every cell back, and tells what each cell that was written held at the end.</summary>
    public Changes End()
    {
        Dictionary<Cell, Operand?> before = open.Pop();
        SortedDictionary<int, (Cell Cell, Operand? Value)> after = [];
        foreach (Cell cell in before.Keys)
        {
            after.Add(cell.Number, (cell, cell.Value));
            cell.Value = before[cell];
        }

        return new([.. after.Values]);
    }
}
