using Archera.Sandbox.Aws.Protocol;

namespace Archera.Sandbox.Aws.CostExplorer;

/// <summary>An answer of 400 in AWS's words.</summary>
internal sealed class CostExplorerRefusal(string code, string message, bool capitalMessage = false) : Exception(message)
{
    public static CostExplorerRefusal Validation(string message) => new("ValidationException", message);

    public static CostExplorerRefusal Missing(string member) => Validation(
        $"1 validation error detected: Value null at '{member}' failed to satisfy constraint: "
        + "Member must not be null");

    public static CostExplorerRefusal NotInSet(string value, string member, string set) => Validation(
        $"1 validation error detected: Value '{value}' at '{member}' failed to satisfy constraint: "
        + $"Member must satisfy enum value set: [{set}]");

    public static CostExplorerRefusal WrongShape(string member) =>
        new("SerializationException", $"The value of {member} has the wrong type.", capitalMessage: true);

    public static CostExplorerRefusal NotEnabled() =>
        new("AccessDeniedException", "User not enabled for cost explorer access", capitalMessage: true);

    /// <summary>No figure of the window is there: not yet, not any more, or not at all.</summary>
    public static CostExplorerRefusal DataUnavailable() =>
        new(CostExplorerErrors.DataUnavailable.Code, CostExplorerErrors.DataUnavailable.Message!, capitalMessage: true);

    public static CostExplorerRefusal BadToken() => new(
        "InvalidNextTokenException",
        "The pagination token is invalid. Try again without a pagination token.",
        capitalMessage: true);

    public static CostExplorerRefusal RequestChanged() => new(
        "RequestChangedException",
        "Your request parameters changed between pages. Try again with the old parameters or without a token.",
        capitalMessage: true);

    public JsonAnswer Answer() => JsonAnswer.Error(400, code, Message, capitalMessage);
}
