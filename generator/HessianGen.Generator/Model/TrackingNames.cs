namespace HessianGen.Generator.Model;

/// <summary>The steps of the generator, by the names under which tests find them.</summary>
internal static class TrackingNames
{
    /// <summary>From syntax and symbols to a <see cref="MethodModel"/>; runs on every edit of any file.</summary>
    public const string Parse = nameof(Parse);

    /// <summary>One request for each method and product; the gate behind which everything costly is cached.</summary>
    public const string Requests = nameof(Requests);

    /// <summary>From a request to the text of a file.</summary>
    public const string Compile = nameof(Compile);

    /// <summary>The refused methods.</summary>
    public const string Refusals = nameof(Refusals);
}
