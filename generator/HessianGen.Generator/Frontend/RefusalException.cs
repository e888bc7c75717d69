using HessianGen.Generator.Diagnostics;

namespace HessianGen.Generator.Frontend;

/// <summary>The method cannot be differentiated; <see cref="Finding"/> is null where the user's code does not compile and the C# compiler says so.</summary>
internal sealed class RefusalException(Finding? finding) : Exception(finding?.Descriptor.Id)
{
    public Finding? Finding { get; } = finding;
}
