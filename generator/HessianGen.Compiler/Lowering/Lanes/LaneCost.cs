using HessianGen.Compiler.Ir;

namespace HessianGen.Compiler.Lowering;

/// <summary>Whether a loop in lanes is worth it, or the loops inside it are the better ones.</summary>
internal static class LaneCost
{
    /// <summary>
    /// Lanes over samples read a matrix across its rows. That pays where each element is used again and again by an inner loop; where
    /// it is used once or twice, the inner loops, which run along the rows, are the better ones. So too where the loop mostly writes across rows.
    /// </summary>
    public static bool IsWorthIt(ForStatement loop, Spread spread)
    {
        int strided = 0, other = 0, scattered = 0;
        Count(loop.Body, inner: false);
        return (strided == 0 || other > strided) && scattered <= other / 8;

        void Count(KernelBlock block, bool inner)
        {
            foreach (KernelStatement statement in block.Statements)
            {
                if (statement is WriteElement write && !spread.IsPrivate(write.Array) && spread.MotionOf(write.Index) is { IsSame: false } moves && moves.Stride != Motion.Constant(1)) scattered++;
                foreach (KernelExpression node in KernelTree.Nodes(statement))
                {
                    if (node is ElementExpression { Array: var array, Index: var index } && !spread.IsPrivate(array))
                    {
                        if (spread.MotionOf(index) is { IsSame: false } motion && motion.Stride != Motion.Constant(1) && inner) strided++;
                    }
                    else if (node is OperationExpression { Primitive.Cost: not Cost.Free } && node.Type.IsFloat() && !spread.IsUniform(node))
                    {
                        other++;
                    }
                }

                foreach (KernelBlock nested in statement.Blocks) Count(nested, inner || statement is ForStatement or WhileStatement);
            }
        }
    }
}
