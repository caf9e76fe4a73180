namespace Archera.Sandbox.Aws.Protocol.Shapes;

/// <summary>What an operation's input may hold, as the service model has it. What is not in it is ignored.</summary>
internal abstract record InputShape
{
    internal static readonly InputShape Text = new TextShape();
    internal static readonly InputShape Whole = new WholeShape();
    internal static readonly InputShape Flag = new FlagShape();
    internal static readonly InputShape Instant = new InstantShape();

    internal sealed record TextShape : InputShape;

    /// <summary>A number of 32 bits without a fraction.</summary>
    internal sealed record WholeShape : InputShape;

    internal sealed record FlagShape : InputShape;

    /// <summary>Read into seconds since 1970, whatever its form on the wire.</summary>
    internal sealed record InstantShape : InputShape;

    internal sealed record ListShape(InputShape Item) : InputShape;

    internal sealed record Structure(IReadOnlyDictionary<string, InputShape> Members) : InputShape
    {
        internal static Structure Of(params (string Name, InputShape Shape)[] members) =>
            new(members.ToDictionary(member => member.Name, member => member.Shape, StringComparer.Ordinal));
    }
}
