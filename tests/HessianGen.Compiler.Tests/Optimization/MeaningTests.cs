using HessianGen.Compiler.Ir;
using HessianGen.Compiler.Optimization;
using HessianGen.Compiler.Tests.Language;

namespace HessianGen.Compiler.Tests.Optimization;

public sealed class MeaningTests
{
    public static TheoryData<string> Passes => [.. OptimizationPipeline.Passes.Select(p => p.Name)];

    [Theory, MemberData(nameof(Passes))]
    public void EveryPass_KeepsEveryBit_WithoutALicence(string name) => Meaning.IsPreservedBy(f => Pass(name).Run(f, Licence.None));

    [Theory, MemberData(nameof(Passes))]
    public void EveryPass_ChangesAtMostTheSignOfZeros_WithTheDefaultLicence(string name) =>
        Meaning.IsPreservedBy(f => Pass(name).Run(f, Licences.Default), ignoreZeroSigns: true);

    [Fact]
    public void ThePipeline_KeepsEveryBit_WithoutALicence() => Meaning.IsPreservedBy(f => OptimizationPipeline.Run(f, Licence.None));

    [Fact]
    public void ThePipeline_ChangesAtMostTheSignOfZeros_WithTheDefaultLicence() =>
        Meaning.IsPreservedBy(f => OptimizationPipeline.Run(f, Licences.Default), ignoreZeroSigns: true);

    /// <summary>What each pass leaves behind is lawful and right for the next one.</summary>
    [Fact]
    public void EveryPassOfThePipeline_KeepsTheLaws() => Meaning.ForEveryProgram(program =>
        OptimizationPipeline.Run(program, Licences.Default, (pass, result) => IrVerifier.Verify(result, pass.Name)));

    private static Pass Pass(string name) => OptimizationPipeline.Passes.Single(p => p.Name == name);
}
