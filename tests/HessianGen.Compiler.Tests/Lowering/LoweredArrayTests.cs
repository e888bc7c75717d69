namespace HessianGen.Compiler.Tests.Lowering;

/// <summary>Local arrays live on the stack or in the workspace, are declared outside loops, and cost no managed memory.</summary>
public sealed class LoweredArrayTests
{
    private const string Scratch =
        """
        function Scratch(@0.w : f64[%0 : i32] "w", %1.d : i32 "d")
            %2.sum = for %3.n in 0:i32..%0 carrying (%4.sum = 0)
                alloc @1.h : f64[%1]
                %5 = @0[%3]
                %6 = rem %3 %1
                @1[%6] = %5
                %7.sum = for %8.k in 0:i32..%1 carrying (%9.sum = %4)
                    %10 = @1[%8]
                    %11 = mul %9 0.5
                    %12 = add %11 %10
                    yields %12
                yields %7
            yields %2
        """;

    [Fact]
    public void AnArrayInALoop_IsRentedOnceAndClearedEachTime()
    {
        var method = CSharpPicture.Becomes(
            Scratch,
            """
            using global::HessianGen.Runtime.WorkspaceScope workspace = global::HessianGen.Runtime.Workspace.Enter();
            global::System.Span<double> h = workspace.RentDirty<double>(int.Max(d, 0));
            double sum = 0.0;
            for (int n = 0; n < w.Length; n++)
            {
                h.Clear();
                h[n % d] = w[n];
                for (int k = 0; k < d; k++)
                {
                    sum = sum * 0.5 + h[k];
                }
            }

            return sum;
            """);
        method.CallAsInterpreted(new double[] { 1, 2, 3, 4 }, 3);
        method.CallAsInterpreted(Array.Empty<double>(), -3);
        method.CallAsInterpreted(new double[] { 1 }, 0);
    }

    [Fact]
    public void NoCall_AllocatesFromTheSecondOneOn()
    {
        var method = CSharpPicture.Method(Scratch);
        object[] arguments = [new double[300], 2];
        for (int i = 0; i < 10; i++) method.Call(arguments);
        long small = Allocated(() => method.Call(arguments));
        arguments[1] = 20_000;
        method.Call(arguments);
        GC.Collect();
        Assert.Equal(small, Allocated(() => method.Call(arguments)));
    }

    [Fact]
    public void AnArrayThatIsWrittenFirst_IsNotCleared()
    {
        var method = CSharpPicture.Becomes(
            """
            function Layers(@0.w : f64[%0 : i32] "w", %1.d : i32 "d")
                %2.sum = for %3.n in 0:i32..%0 carrying (%4.sum = 0)
                    alloc @1.h : f64[%1]
                    for %5.j in 0:i32..%1
                        %6 = @0[%3]
                        %7 = convert f64 %5
                        %8 = mul %6 %7
                        @1[%5] = %8
                        %9 = @1[%5]
                        @1[%5] += %9
                    %10.sum = for %11.k in 0:i32..%1 carrying (%12.sum = %4)
                        %13 = @1[%11]
                        %14 = add %12 %13
                        yields %14
                    yields %10
                yields %2
            """,
            """
            using global::HessianGen.Runtime.WorkspaceScope workspace = global::HessianGen.Runtime.Workspace.Enter();
            global::System.Span<double> h = workspace.RentDirty<double>(int.Max(d, 0));
            double sum = 0.0;
            for (int n = 0; n < w.Length; n++)
            {
                for (int j = 0; j < d; j++)
                {
                    h[j] = w[n] * j;
                    h[j] += h[j];
                }

                for (int k = 0; k < d; k++)
                {
                    sum += h[k];
                }
            }

            return sum;
            """);
        method.CallAsInterpreted(new double[] { 1, 2, 3 }, 4);
    }

    [Fact]
    public void AnArrayThatIsReadBeforeItIsFull_IsCleared()
    {
        var method = CSharpPicture.Method(
            """
            function Prefix(@0.w : f64[%0 : i32] "w")
                %1.sum = for %2.n in 0:i32..2:i32 carrying (%3.sum = 0)
                    alloc @1.h : f64[%0]
                    for %4.j in 0:i32..%0
                        %5 = @0[%4]
                        %6 = sub %0 1:i32
                        %7 = @1[%6]
                        %8 = add %5 %7
                        @1[%4] = %8
                    %9 = @1[0:i32]
                    %10 = add %3 %9
                    yields %10
                yields %1
            """);
        Assert.Contains("h.Clear();", method.Text);
        method.CallAsInterpreted(new double[] { 1, 2, 3 });
    }

    [Fact]
    public void AFewElements_LiveOnTheStack()
    {
        var method = CSharpPicture.Becomes(
            """
            function Small(@0.w : f64[%0 : i32] "w")
                alloc @1.p : f64[3:i32]
                @1[0:i32] = 1
                @1[1:i32] = 2
                @1[2:i32] = 3
                %1.sum = for %2.n in 0:i32..%0 carrying (%3.sum = 0)
                    alloc @2.q : f64[2:i32]
                    %4 = @0[%2]
                    @2[0:i32] += %4
                    %5 = @2[0:i32]
                    %6 = @1[%2]
                    %7 = mul %5 %6
                    %8 = add %3 %7
                    yields %8
                yields %1
            """,
            """
            global::System.Span<double> p = stackalloc double[3];
            p[0] = 1.0;
            p[1] = 2.0;
            p[2] = 3.0;
            global::System.Span<double> q = stackalloc double[2];
            double sum = 0.0;
            for (int n = 0; n < w.Length; n++)
            {
                q.Clear();
                q[0] += w[n];
                sum += q[0] * p[n];
            }

            return sum;
            """);
        Assert.Equal(14.0, method.CallAsInterpreted(new double[] { 1, 2, 3 }));
        method.CallAsInterpreted(new double[] { 1, 2, 3, 4 });
    }

    [Fact]
    public void ManyConstantElements_LiveInTheWorkspace()
    {
        var method = CSharpPicture.Method(
            """
            function Large(%0.x : f64 "x")
                alloc @0.a : f64[60:i32]
                alloc @1.b : f64[60:i32]
                @0[59:i32] = %0
                @1[59:i32] = %0
                %1 = @0[59:i32]
                %2 = @1[59:i32]
                %3 = @1[58:i32]
                %4 = mul %1 %2
                %5 = add %4 %3
                yields %5
            """);
        Assert.Contains("stackalloc double[60]", method.Text);
        Assert.Contains("b = workspace.Rent<double>(60)", method.Text);
        Assert.Equal(9.0, method.CallAsInterpreted(3.0));
    }

    [Fact]
    public void AnExtentThatChanges_HasAScopeInEachIteration()
    {
        var method = CSharpPicture.Becomes(
            """
            function Triangle(%0.n : i32 "n")
                %1.sum = for %2.i in 0:i32..%0 carrying (%3.sum = 0)
                    alloc @0.h : f64[%2]
                    for %4.j in 0:i32..%2
                        @0[%4] += 2
                    %5.sum = for %6.k in 0:i32..%2 carrying (%7.sum = %3)
                        %8 = @0[%6]
                        %9 = add %7 %8
                        yields %9
                    yields %5
                yields %1
            """,
            """
            double sum = 0.0;
            for (int i = 0; i < n; i++)
            {
                using global::HessianGen.Runtime.WorkspaceScope workspace = global::HessianGen.Runtime.Workspace.Enter();
                global::System.Span<double> h = workspace.Rent<double>(i);
                for (int j = 0; j < i; j++)
                {
                    h[j] += 2.0;
                }

                for (int k = 0; k < i; k++)
                {
                    sum += h[k];
                }
            }

            return sum;
            """);
        Assert.Equal(20.0, method.CallAsInterpreted(5));
    }

    [Fact]
    public void ATape_GrowsAndIsReadBackwards()
    {
        var method = CSharpPicture.Becomes(
            """
            function Tape(%0.x : f64 "x")
                alloc growable @0.tape : f64[0:i32]
                %1.y %2.count = while carrying (%3.y = %0, %4.count = 0:i32)
                    %5 = gt %3 1
                    condition %5
                do
                    @0[%4] = %3
                    %6 = mul %3 0.5
                    %7 = add %4 1:i32
                    yields %6 %7
                %8 = sub %2 1:i32
                %9.z = for %10.k in %8..-1:i32 step -1 carrying (%11.z = %1)
                    %12 = @0[%10]
                    %13 = mul %11 3
                    %14 = add %13 %12
                    yields %14
                yields %9
            """,
            """
            using global::HessianGen.Runtime.WorkspaceScope workspace = global::HessianGen.Runtime.Workspace.Enter();
            global::HessianGen.Runtime.GrowableBuffer<double> tape = new global::HessianGen.Runtime.GrowableBuffer<double>(workspace);
            double y = x;
            int count = 0;
            while (y > 1.0)
            {
                tape.Set(count, y);
                y *= 0.5;
                count += 1;
            }

            double z = y;
            for (int k = count - 1; k >= 0; k--)
            {
                z = z * 3.0 + tape[k];
            }

            return z;
            """);
        method.CallAsInterpreted(1e6);
        method.CallAsInterpreted(0.5);
    }

    [Fact]
    public void ATapeOfAnOuterLoop_GrowsWhileInnerArraysComeAndGo()
    {
        var method = CSharpPicture.Method(
            """
            function Mixed(%0.n : i32 "n")
                alloc growable @0.tape : f64[0:i32]
                for %1.i in 0:i32..%0
                    %2 = mul %1 20:i32
                    alloc @1.h : f64[%2]
                    alloc growable @2.inner : f64[0:i32]
                    for %3.j in 0:i32..%2
                        @1[%3] += 1
                        @2[%3] = 2
                        %4 = @1[%3]
                        %5 = @2[%3]
                        %6 = add %4 %5
                        %7 = add %2 %3
                        @0[%7] = %6
                %8 = sub %0 1:i32
                %9 = mul %8 20:i32
                %10 = mul %9 2:i32
                %11 = sub %10 1:i32
                %12 = @0[%11]
                yields %12
            """);
        Assert.Equal(3.0, method.CallAsInterpreted(6));
    }

    private static long Allocated(Func<object?> call)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        call();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
