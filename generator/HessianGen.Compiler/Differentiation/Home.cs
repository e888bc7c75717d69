using HessianGen.Compiler.Ir;

namespace HessianGen.Compiler.Differentiation;

/// <summary>The buffer element that a block stores a costly value to, where it still stands when the block ends.</summary>
internal static class Home
{
    public static Store? Find(Statement[] block, Value value, Func<Atom, Atom, bool> areDistinct)
    {
        for (int k = block.Length - 1; k >= 0; k--)
        {
            if (block[k] is not Store store || store.Operand != value) continue;
            bool overwritten = block.Skip(k + 1).SelectMany(Effects.Stores).Any(s => s.Buffer == store.Buffer && !areDistinct(s.Index, store.Index));
            bool local = block.OfType<Alloc>().Any(a => a.Buffer == store.Buffer);
            if (!overwritten && !local) return store;
        }

        return null;
    }
}
