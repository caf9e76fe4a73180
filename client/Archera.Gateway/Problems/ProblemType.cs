namespace Archera.Gateway.Problems;

/// <summary>One kind of problem. It is also the answer of <c>GET /problems/{code}</c>.</summary>
/// <param name="Code">The stable code to program against.</param>
/// <param name="Status">The HTTP status it comes with.</param>
/// <param name="Title">What happened, in one sentence that is the same every time.</param>
/// <param name="Remedy">What the caller does next.</param>
public sealed record ProblemType(string Code, int Status, string Title, string Remedy)
{
    /// <summary>The address of this page, and the <c>type</c> of every such problem.</summary>
    public string Type => $"/problems/{Code}";
}
