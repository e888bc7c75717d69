using HessianGen.Compiler.Ir;

namespace HessianGen.Compiler.Optimization;

internal sealed partial class DeadCode
{
    private For? Walk(For loop, LiveMemory live)
    {
        int number = NextLoop();
        bool[] isCarried = AreCarried(loop.Carries, loop.Outputs);
        EquatableArray<Atom> yields = NeedSelected(loop.Body.Yields, isCarried);

        // The end of the body is followed by the code after the loop or by the body again.
        liveAtEnd[number].Join(live);
        LiveMemory atStart = liveAtEnd[number].Copy();
        Outcome body = Walk(loop.Body, atStart, yields);
        atStart.Widen(value => loops.Varies(number, value));
        live.Join(atStart);
        foreach (Ir.Buffer buffer in loops.Elementwise(number))
        {
            // What another iteration reads of a user's buffer it may read by another name.
            if (!users.Contains(buffer)) atStart[buffer] = LiveElements.None;
        }

        hasChanged |= liveAtEnd[number].Join(atStart);
        if (!body.IsKept && yields.Count == 0) return null;

        Need(loop.Start);
        Need(loop.End);
        EquatableArray<Carried> carries = NeedInitials(Select(loop.Carries, isCarried));
        bool isSame = ReferenceEquals(body.Block, loop.Body) && carries.Count == loop.Carries.Count;
        return isSame ? loop : loop with { Outputs = Select(loop.Outputs, isCarried), Carries = carries, Body = body.Block };
    }

    /// <summary>Always kept: whether it ends is part of what the function means.</summary>
    private While Walk(While loop, LiveMemory live)
    {
        int number = NextLoop();
        bool[] isCarried = AreCarried(loop.Carries, loop.Outputs);
        Need(loop.Test.Yields);

        // The test is followed by the code after the loop or by the body, the body by the test.
        liveAtEnd[number].Join(live);
        LiveMemory atTest = liveAtEnd[number].Copy();
        Outcome test = Walk(loop.Test, atTest, loop.Test.Yields);
        atTest.Widen(value => loops.Varies(number, value));
        live.Join(atTest);
        Outcome body = Walk(loop.Body, atTest, NeedSelected(loop.Body.Yields, isCarried));
        atTest.Widen(value => loops.Varies(number, value));
        hasChanged |= liveAtEnd[number].Join(atTest);

        EquatableArray<Carried> carries = NeedInitials(Select(loop.Carries, isCarried));
        bool isSame = ReferenceEquals(body.Block, loop.Body) && ReferenceEquals(test.Block, loop.Test) && carries.Count == loop.Carries.Count;
        return isSame ? loop : loop with { Outputs = Select(loop.Outputs, isCarried), Carries = carries, Test = test.Block, Body = body.Block };
    }

    private If? Walk(If choice, LiveMemory live)
    {
        bool[] isUsed = new bool[choice.Outputs.Count];
        for (int i = 0; i < isUsed.Length; i++) isUsed[i] = isNeeded[choice.Outputs[i].Id];
        LiveMemory thenLive = live.Copy();
        Outcome then = Walk(choice.Then, thenLive, NeedSelected(choice.Then.Yields, isUsed));
        Outcome otherwise = Walk(choice.Else, live, NeedSelected(choice.Else.Yields, isUsed));
        live.Join(thenLive);
        EquatableArray<Value> outputs = Select(choice.Outputs, isUsed);
        if (!then.IsKept && !otherwise.IsKept && outputs.Count == 0) return null;
        Need(choice.Condition);
        bool isSame = ReferenceEquals(then.Block, choice.Then) && ReferenceEquals(otherwise.Block, choice.Else) && outputs.Count == choice.Outputs.Count;
        return isSame ? choice : choice with { Outputs = outputs, Then = then.Block, Else = otherwise.Block };
    }

    /// <summary>Which carried values are needed, by a later iteration or after the loop.</summary>
    private bool[] AreCarried(EquatableArray<Carried> carries, EquatableArray<Value> outputs)
    {
        bool[] isCarried = new bool[carries.Count];
        for (int i = 0; i < isCarried.Length; i++) isCarried[i] = isNeeded[carries[i].Value.Id] || isNeeded[outputs[i].Id];
        return isCarried;
    }

    /// <summary>The number of the loop that the walk comes to; what earlier walks found alive at its end is remembered by it.</summary>
    private int NextLoop()
    {
        if (loopIndex == liveAtEnd.Count) liveAtEnd.Add(new());
        return loopIndex++;
    }

    private EquatableArray<Carried> NeedInitials(EquatableArray<Carried> carries)
    {
        foreach (Carried carried in carries) Need(carried.Initial);
        return carries;
    }

    private EquatableArray<Atom> NeedSelected(EquatableArray<Atom> atoms, bool[] isSelected)
    {
        EquatableArray<Atom> selected = Select(atoms, isSelected);
        Need(selected);
        return selected;
    }

    private static EquatableArray<T> Select<T>(EquatableArray<T> items, bool[] isSelected)
        where T : IEquatable<T>
    {
        int count = isSelected.Count(s => s);
        if (count == items.Count) return items;
        T[] selected = new T[count];
        int next = 0;
        for (int i = 0; i < isSelected.Length; i++)
        {
            if (isSelected[i]) selected[next++] = items[i];
        }

        return new(selected);
    }
}
