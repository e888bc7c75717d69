namespace HessianGen.Conformance.Tests.Products;

/// <summary>What a call of a generated member left behind.</summary>
/// <param name="Value">What it returned.</param>
/// <param name="Spans">Its own spans, in order.</param>
/// <param name="Arguments">The method's arguments, which it may have overwritten where the method does.</param>
internal sealed record MemberCall(double Value, double[][] Spans, object[] Arguments);
