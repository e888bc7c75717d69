using HessianGen.Compiler.Ir;
using HessianGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;

namespace HessianGen.Generator.Model;

/// <summary>A diagnostic as plain data.</summary>
/// <remarks>Equal where it says the same of the same place; it moves with its method, so an edit above a refused method reports it anew.</remarks>
internal sealed record DiagnosticModel(string Id, LocationModel Location, EquatableArray<string> Arguments)
{
    public Diagnostic ToDiagnostic() => Diagnostic.Create(Descriptors.Of(Id), Location.ToLocation(), [.. Arguments]);
}
