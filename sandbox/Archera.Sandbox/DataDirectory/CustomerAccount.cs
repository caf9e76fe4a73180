namespace Archera.Sandbox.DataDirectory;

/// <param name="RoleArn">The role that the customer created in the account; null before it did.</param>
internal sealed record CustomerAccount(string PayerAccount, string? RoleArn);
