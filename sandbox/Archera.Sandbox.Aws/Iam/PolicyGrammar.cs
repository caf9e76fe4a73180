namespace Archera.Sandbox.Aws.Iam;

/// <summary>What IAM finds wrong in a document whose elements are all known and in their places.</summary>
internal static class PolicyGrammar
{
    internal static string? Error(IReadOnlyList<PolicyStatement> statements, PolicyKind kind)
    {
        var ids = statements.Select(statement => statement.Sid).OfType<string>().ToList();
        if (!ids.TrueForAll(id => id.All(char.IsAsciiLetterOrDigit)))
        {
            return "Statement IDs (SID) must be alpha-numeric. Check that your input satisfies the regular expression "
                + "[0-9A-Za-z]*";
        }

        if (ids.Distinct(StringComparer.Ordinal).Count() < ids.Count)
            return "Statement IDs (SID) in a single policy must be unique.";
        return kind == PolicyKind.Trust
            ? TrustError(statements.SelectMany(statement => statement.Actions))
            : statements.Select(IdentityError).FirstOrDefault(error => error is not null);
    }

    private static string? TrustError(IEnumerable<string> actions) =>
        actions.All(action => action.StartsWith("sts:", StringComparison.OrdinalIgnoreCase))
            ? null
            : "AssumeRole policy may only specify STS AssumeRole actions.";

    private static string? IdentityError(PolicyStatement statement)
    {
        if (!statement.Actions.All(action => action == "*" || action.IndexOf(':', StringComparison.Ordinal) > 0))
            return "Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.";
        var noArn = statement.Resources!.FirstOrDefault(resource => resource != "*" && !IsArn(resource));
        return noArn is null ? null : $"Resource {noArn} must be in ARN format or \"*\".";
    }

    private static bool IsArn(string text) =>
        text.StartsWith("arn:", StringComparison.Ordinal) && text.Split(':').Length >= 6;
}
