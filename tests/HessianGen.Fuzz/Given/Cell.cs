using System;

namespace Given;

public struct Cell
{
    public real Value;
    public int Count;

    public Cell(real value)
    {
        Value = value;
        Count = 1;
    }

    public real Mean => Value / (1 + Count * Count);

    public void Add(real value)
    {
        Value = 0.5R * (Value + value);
        Count++;
    }
}
