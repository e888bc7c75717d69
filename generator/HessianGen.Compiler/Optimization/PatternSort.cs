namespace HessianGen.Compiler.Optimization;

/// <summary>Which atoms a pattern variable stands for.</summary>
internal enum PatternSort
{
    /// <summary>f32 and f64.</summary>
    Float,

    /// <summary>Every integer type.</summary>
    Integer,

    /// <summary>Floating-point or integer.</summary>
    Number,

    /// <summary>bool.</summary>
    Boolean,

    /// <summary>Every type.</summary>
    Any,

    /// <summary>A floating-point constant.</summary>
    FloatConstant,

    /// <summary>A floating-point constant ±2ⁿ whose reciprocal is exact and normal.</summary>
    PowerOfTwo,

    /// <summary>A floating-point constant between 2^-20 and 2^20 or their negatives: times a <see cref="PowerOfTwo"/> it is a normal number.</summary>
    Moderate,

    /// <summary>A floating-point constant below 0.</summary>
    Negative,

    /// <summary>An integer constant.</summary>
    IntegerConstant,
}
