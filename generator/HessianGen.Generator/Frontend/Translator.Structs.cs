using HessianGen.Compiler.Ir;
using HessianGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace HessianGen.Generator.Frontend;

/// <summary>Structs of the user's own, as their fields.</summary>
internal sealed partial class Translator
{
    private Operand Construct(IObjectCreationOperation creation)
    {
        if (Fields(creation.Type) is null || creation.Constructor is not { } constructor) throw RefuseType(creation, creation.Type);
        INamedTypeSymbol type = (INamedTypeSymbol)Resolve(creation.Type)!;
        VariablePlace self = new(trail.NewCell(null, Zero(creation, type), type));
        List<(IParameterSymbol Parameter, Place Place)> arguments = Bind(creation.Arguments);
        if (!constructor.IsImplicitlyDeclared) Construct(creation, constructor, type, self, arguments);
        if (creation.Initializer is { } initialiser) Initialise(self, initialiser);
        return self.Cell.Value!;
    }

    private void Construct(IObjectCreationOperation creation, IMethodSymbol constructor, INamedTypeSymbol type, Place self, List<(IParameterSymbol Parameter, Place Place)> arguments)
    {
        SyntaxNode? syntax = constructor.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(sources.Cancellation);
        bool callsOther = syntax is ConstructorDeclarationSyntax { Initializer: not null };
        if (!callsOther) InitialiseFields(creation, constructor, type, self, arguments);
        if (syntax is RecordDeclarationSyntax)
        {
            foreach ((IParameterSymbol parameter, Place place) in arguments)
            {
                int index = Fields(type)!.FindIndex(f => f.AssociatedSymbol is IPropertySymbol property && property.Name == parameter.Name);
                if (index < 0) throw Refuse(Descriptors.Expression, creation, "A record with hand-written properties", "write a struct with a constructor");
                Write(new FieldPlace(self, type, index), Read(place, parameter.Type, creation), creation);
            }
        }
        else if (syntax is TypeDeclarationSyntax)
        {
            return;
        }
        else if (!callsOther && sources.BodyOf(constructor) is { } body)
        {
            Inline(creation, constructor, body, null, self, arguments);
        }
        else
        {
            throw Refuse(Descriptors.Expression, creation, "This constructor", "write one with a body, or a record struct");
        }
    }

    /// <summary>The initialisers of fields and properties, which may use the parameters of a primary constructor.</summary>
    private void InitialiseFields(IObjectCreationOperation creation, IMethodSymbol constructor, INamedTypeSymbol type, Place self, List<(IParameterSymbol Parameter, Place Place)> arguments)
    {
        Frame callee = NewFrame(constructor.OriginalDefinition, null, SiteOf(creation) + "=");
        foreach ((IParameterSymbol parameter, Place place) in arguments) callee.Bind(constructor.OriginalDefinition.Parameters[parameter.Ordinal], place);
        List<IFieldSymbol> fields = Fields(type)!;
        for (int i = 0; i < fields.Count; i++)
        {
            if (sources.InitialiserOf(fields[i].OriginalDefinition) is not { } initialiser) continue;
            Frame caller = frame;
            frame = callee;
            BindTypes(callee, constructor);
            Operand value = Evaluate(initialiser);
            frame = caller;
            Write(new FieldPlace(self, type, i), Convert(value, fields[i].Type) ?? value, creation);
        }
    }

    private void Initialise(Place self, IObjectOrCollectionInitializerOperation initialiser)
    {
        frame.Receivers.Push(self);
        foreach (IOperation assignment in initialiser.Initializers) Evaluate(assignment);
        frame.Receivers.Pop();
    }

    private Operand Evaluate(IWithOperation copy)
    {
        VariablePlace self = new(trail.NewCell(null, Evaluate(copy.Operand), copy.Type));
        if (Fields(copy.Type) is null) throw RefuseType(copy, copy.Type);
        Initialise(self, copy.Initializer);
        return self.Cell.Value!;
    }
}
