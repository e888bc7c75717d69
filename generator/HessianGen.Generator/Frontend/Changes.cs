namespace HessianGen.Generator.Frontend;

/// <summary>The cells that a branch wrote, oldest first, with what they held at its end.</summary>
internal sealed class Changes((Cell Cell, Operand? Value)[] written)
{
    public IEnumerable<Cell> Cells => written.Select(w => w.Cell);

    /// <summary>What the cell holds at the end of the branch.</summary>
    public Operand? ValueOf(Cell cell)
    {
        foreach ((Cell candidate, Operand? value) in written)
        {
            if (candidate == cell) return value;
        }

        return cell.Value;
    }
}
