using HessianGen.Compiler.Ir;

namespace HessianGen.Compiler.Optimization;

internal sealed partial class DeadCode
{
    private For? Walk(For loop, BufferSet live)
    {
        BufferSet liveInLoop = NextLoop();
        bool[] isCarried = AreCarried(loop.Carries, loop.Outputs);
        EquatableArray<Atom> yields = NeedSelected(loop.Body.Yields, isCarried);

        // The end of the body is followed by the code after the loop or by the body again.
        liveInLoop.UnionWith(live);
        BufferSet atStart = liveInLoop.Copy();
        Outcome body = Walk(loop.Body, atStart, yields);
        hasChanged |= liveInLoop.UnionWith(atStart);
        live.UnionWith(atStart);
        if (!body.IsKept && yields.Count == 0) return null;

        Need(loop.Start);
        Need(loop.End);
        EquatableArray<Carried> carries = NeedInitials(Select(loop.Carries, isCarried));
        bool isSame = ReferenceEquals(body.Block, loop.Body) && carries.Count == loop.Carries.Count;
        return isSame ? loop : loop with { Outputs = Select(loop.Outputs, isCarried), Carries = carries, Body = body.Block };
    }

    /// <summary>Always kept: whether it ends is part of what the function means.</summary>
    private While Walk(While loop, BufferSet live)
    {
        BufferSet liveInLoop = NextLoop();
        bool[] isCarried = AreCarried(loop.Carries, loop.Outputs);
        Need(loop.Test.Yields);

        // The test is followed by the code after the loop or by the body, the body by the test.
        liveInLoop.UnionWith(live);
        BufferSet atTest = liveInLoop.Copy();
        Outcome test = Walk(loop.Test, atTest, loop.Test.Yields);
        BufferSet atBody = atTest.Copy();
        Outcome body = Walk(loop.Body, atBody, NeedSelected(loop.Body.Yields, isCarried));
        hasChanged |= liveInLoop.UnionWith(atBody);
        live.UnionWith(atTest);

        EquatableArray<Carried> carries = NeedInitials(Select(loop.Carries, isCarried));
        bool isSame = ReferenceEquals(body.Block, loop.Body) && ReferenceEquals(test.Block, loop.Test) && carries.Count == loop.Carries.Count;
        return isSame ? loop : loop with { Outputs = Select(loop.Outputs, isCarried), Carries = carries, Test = test.Block, Body = body.Block };
    }

    private If? Walk(If choice, BufferSet live)
    {
        bool[] isUsed = new bool[choice.Outputs.Count];
        for (int i = 0; i < isUsed.Length; i++) isUsed[i] = isNeeded[choice.Outputs[i].Id];
        BufferSet thenLive = live.Copy();
        Outcome then = Walk(choice.Then, thenLive, NeedSelected(choice.Then.Yields, isUsed));
        Outcome otherwise = Walk(choice.Else, live, NeedSelected(choice.Else.Yields, isUsed));
        live.UnionWith(thenLive);
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

    /// <summary>What earlier walks found alive at the start of the next loop's body.</summary>
    private BufferSet NextLoop()
    {
        if (loopIndex == liveAtBody.Count) liveAtBody.Add(new(function.Buffers.Count));
        return liveAtBody[loopIndex++];
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
