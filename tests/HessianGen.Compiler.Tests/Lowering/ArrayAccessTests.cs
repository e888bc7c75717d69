namespace HessianGen.Compiler.Tests.Lowering;

/// <summary>Accesses in order and in bounds: fills, copies, and what must not be moved.</summary>
public sealed class ArrayAccessTests
{
    [Fact]
    public void StoringOneValue_IsAFill()
    {
        var method = CSharpPicture.Becomes(
            """
            function Fill(@0.w : f64[%0 : i32] "w", %1.x : f64 "x")
                alloc @1.h : f64[%0]
                for %2.i in 0:i32..%0
                    @1[%2] = %1
                for %3.i in 0:i32..%0
                    @0[%3] = 0
                %4 = mul %0 2:i32
                alloc @2.g : f64[%4]
                for %5.i in 0:i32..%0
                    %6 = add %0 %5
                    @2[%6] = -0
                for %7.i in 0:i32..%0
                    %8 = @2[%7]
                    %9 = @1[%7]
                    %10 = add %8 %9
                    @0[%7] += %10
                %11 = @0[0:i32]
                yields %11
            """,
            """
            using global::HessianGen.Runtime.WorkspaceScope workspace = global::HessianGen.Runtime.Workspace.Enter();
            global::System.Span<double> h = workspace.RentDirty<double>(w.Length);
            h.Fill(x);
            w.Clear();
            global::System.Span<double> g = workspace.Rent<double>(w.Length * 2);
            g.Slice(w.Length, w.Length).Fill(-0.0);
            for (int i = 0; i < w.Length; i++)
            {
                w[i] += g[i] + h[i];
            }

            return w[0];
            """);
        Assert.Equal(2.5, method.CallAsInterpreted(new double[] { 1, 2 }, 2.5));
    }

    [Fact]
    public void CopyingElementByElement_IsACopy()
    {
        var method = CSharpPicture.Becomes(
            """
            function Copy(@0.w : f64[%0 : i32] "w")
                alloc @1.h : f64[%0]
                for %1.i in 0:i32..%0
                    %2 = @0[%1]
                    @1[%1] = %2
                %3 = sub %0 1:i32
                for %4.i in 0:i32..%3
                    %5 = add %4 1:i32
                    %6 = @1[%5]
                    @1[%4] = %6
                alloc @2.g : f64[4:i32]
                for %7.i in 0:i32..2:i32
                    %8 = add %7 1:i32
                    %9 = @1[%8]
                    @2[%7] = %9
                %10 = @1[0:i32]
                %11 = @2[1:i32]
                %12 = add %10 %11
                yields %12
            """,
            """
            using global::HessianGen.Runtime.WorkspaceScope workspace = global::HessianGen.Runtime.Workspace.Enter();
            global::System.Span<double> h = workspace.RentDirty<double>(w.Length);
            w.CopyTo(h);
            for (int i = 0; i < w.Length - 1; i++)
            {
                h[i] = h[i + 1];
            }

            global::System.Span<double> g = stackalloc double[4];
            h.Slice(1, 2).CopyTo(g.Slice(0, 2));
            return h[0] + g[1];
            """);
        Assert.Equal(6.0, method.CallAsInterpreted(new double[] { 1, 2, 3, 4 }));
    }

    [Fact]
    public void ABadIndex_ThrowsAndWritesNothingElsewhere()
    {
        var method = CSharpPicture.Method(
            """
            function Scatter(@0.g : f64[%0 : i32] "g", @1.index : i32[%1 : i32] "index", @2.wide : i64[%2 : i32] "wide")
                for %3.i in 0:i32..%1
                    %4 = @1[%3]
                    @0[%4] += 1
                for %5.i in 0:i32..%2
                    %6 = @2[%5]
                    @0[%6] = 2
                yields 0
            """);
        method.CallAsInterpreted(new double[3], new[] { 0, 2, 2 }, new long[] { 1 });
        Assert.Throws<IndexOutOfRangeException>(() => method.Call(new double[3], new[] { 3 }, Array.Empty<long>()));
        Assert.Throws<IndexOutOfRangeException>(() => method.Call(new double[3], new[] { -1 }, Array.Empty<long>()));
        Assert.Throws<OverflowException>(() => method.Call(new double[3], Array.Empty<int>(), new[] { 1L << 32 }));
    }

    [Fact]
    public void ALoad_DoesNotPassAWriteToItsArray()
    {
        var method = CSharpPicture.Method(
            """
            function Order(@0.w : f64[%0 : i32] "w", @1.x : f64[%1 : i32] "x")
                %2 = @0[0:i32]
                %3 = @1[0:i32]
                @1[0:i32] = 7
                %4 = add %2 %3
                yields %4
            """);
        double[] shared = [1, 2];
        Assert.Equal(2.0, method.CallAsInterpreted(shared, shared));
    }
}
