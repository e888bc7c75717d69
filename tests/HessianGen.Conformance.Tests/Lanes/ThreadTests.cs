using HessianGen.Testing.Subjects;

namespace HessianGen.Conformance.Tests.Lanes;

/// <summary>Many calls at the same time, each with lanes and buffers of its own.</summary>
public sealed class ThreadTests
{
    private const int Threads = 64, CallsEach = 20;

    internal static readonly string[] Rows = ["PlainSum", "DenseLayer", "Softmax_OneArray", "EmbeddingRows", "ManyWeights", "CurveFit_Angles", "Histogram", "TimeSteps", "GrowingTape", "FloatLayer", "CopiesAndFills"];

    [Fact]
    public async Task CallsOnManyThreads_GiveTheSameBits()
    {
        (LaneMembersAt At, ProductMember Member, double[] Alone)[] calls =
        [
            .. from name in Rows
               let row = LaneTable.Of(name)
               let members = LaneSubject.Of(row).Members
               from size in new[] { 9, 33, 65 }
               let at = new LaneMembersAt(members, row, size)
               from product in new[] { Derivatives.Gradient, Derivatives.HessianVectorProduct, Derivatives.HessianDiagonal }
               let member = ProductMember.Of(product)
               select (at, member, at.Call(member)),
        ];
        using Barrier start = new(Threads);
        Task[] tasks = [.. Enumerable.Range(0, Threads).Select(first => Task.Factory.StartNew(() => Work(first), TaskCreationOptions.LongRunning))];
        await Task.WhenAll(tasks);

        void Work(int first)
        {
            start.SignalAndWait();
            for (int i = 0; i < CallsEach; i++)
            {
                (LaneMembersAt at, ProductMember member, double[] alone) = calls[(first + i) % calls.Length];
                Assert.Equal(alone, at.Call(member));
            }
        }
    }
}
