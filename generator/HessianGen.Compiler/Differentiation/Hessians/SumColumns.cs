namespace HessianGen.Compiler.Differentiation;

/// <summary>Which columns of a sum of many variables a row of the Hessian gets.</summary>
internal enum SumColumns
{
    /// <summary>There is no place for these.</summary>
    None,

    /// <summary>All of them: the sum's loop runs once more.</summary>
    All,

    /// <summary>The one of the row's own number: the one iteration of the sum's loop that meets it.</summary>
    OwnOfRow,
}
