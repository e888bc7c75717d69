using Microsoft.CodeAnalysis;

namespace HessianGen.Generator.Diagnostics;

/// <summary>Something to tell the user, and where.</summary>
internal sealed class Finding(DiagnosticDescriptor descriptor, Location location, params string[] arguments)
{
    public DiagnosticDescriptor Descriptor { get; } = descriptor;

    public Location Location { get; } = location;

    public string[] Arguments { get; } = arguments;

    public bool IsError => Descriptor.DefaultSeverity == DiagnosticSeverity.Error;

    public Diagnostic ToDiagnostic() => Diagnostic.Create(Descriptor, Location, Arguments);
}
