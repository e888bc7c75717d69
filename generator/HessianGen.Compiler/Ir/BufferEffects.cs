using System.Runtime.CompilerServices;

namespace HessianGen.Compiler.Ir;

/// <summary>Which buffers each statement and block of a function reads and writes, nested blocks included, and which may share memory.</summary>
/// <remarks>One walk over the function, remembered by block: asking costs a look-up.</remarks>
internal sealed class BufferEffects
{
    private readonly Dictionary<Block, Effect> effects = new(BlockIdentity.Instance);
    private readonly BufferSet users;
    private readonly int bufferCount;

    public BufferEffects(Function function)
    {
        bufferCount = function.Buffers.Count;
        users = new(bufferCount);
        foreach (Parameter parameter in function.Parameters)
        {
            if (parameter is BufferParameter { Role: ParameterRole.User } array) users.Add(array.Buffer);
        }

        Visit(function.Body);
    }

    /// <summary>True where a write to one buffer can change what the other reads: the same buffer, or two of the user's own.</summary>
    public bool MayAlias(Buffer x, Buffer y) => x == y || (users.Contains(x) && users.Contains(y));

    /// <summary>The buffers that some statement in the block, or below it, may read.</summary>
    public BufferSet Read(Block block) => effects[block].Read;

    /// <summary>The buffers whose memory some statement in the block, or below it, may write.</summary>
    public BufferSet Written(Block block) => effects[block].Written;

    /// <summary>True where the statement or a block inside it may write the buffer's memory.</summary>
    public bool Writes(Statement statement, Buffer buffer) => statement switch
    {
        Store store => MayAlias(store.Buffer, buffer),
        Accumulate accumulate => MayAlias(accumulate.Buffer, buffer),
        Let or Load or Check or Alloc => false,
        _ => statement.Blocks.Any(b => Written(b).Contains(buffer)),
    };

    /// <summary>True where the statement or a block inside it may read the buffer's memory; an accumulation reads.</summary>
    public bool Reads(Statement statement, Buffer buffer) => statement switch
    {
        Load load => MayAlias(load.Buffer, buffer),
        Accumulate accumulate => MayAlias(accumulate.Buffer, buffer),
        Let or Store or Check or Alloc => false,
        _ => statement.Blocks.Any(b => Read(b).Contains(buffer)),
    };

    private Effect Visit(Block block)
    {
        if (effects.TryGetValue(block, out Effect known)) return known;
        Effect effect = new(new(bufferCount), new(bufferCount));
        foreach (Statement statement in block.Statements)
        {
            switch (statement)
            {
                case Let: break;
                case Load load: AddAliases(effect.Read, load.Buffer); break;
                case Store store: AddAliases(effect.Written, store.Buffer); break;
                case Accumulate accumulate:
                    AddAliases(effect.Read, accumulate.Buffer);
                    AddAliases(effect.Written, accumulate.Buffer);
                    break;
                default:
                    foreach (Block inner in statement.Blocks) Include(effect, Visit(inner));
                    break;
            }
        }

        return effects[block] = effect;
    }

    private void AddAliases(BufferSet set, Buffer buffer)
    {
        set.Add(buffer);
        if (users.Contains(buffer)) set.UnionWith(users);
    }

    private static void Include(Effect effect, Effect inner)
    {
        effect.Read.UnionWith(inner.Read);
        effect.Written.UnionWith(inner.Written);
    }

    private readonly record struct Effect(BufferSet Read, BufferSet Written);

    /// <summary>Blocks by identity: their equality is structural and would be quadratic here.</summary>
    private sealed class BlockIdentity : IEqualityComparer<Block>
    {
        public static readonly BlockIdentity Instance = new();

        public bool Equals(Block? x, Block? y) => ReferenceEquals(x, y);

        public int GetHashCode(Block block) => RuntimeHelpers.GetHashCode(block);
    }
}
