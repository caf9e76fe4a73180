namespace Archera.Contracts.Accounts;

/// <param name="Created">False when the tenant had claimed the account before.</param>
[GenerateSerializer, Immutable, Alias("archera.ClaimReceipt")]
public sealed record ClaimReceipt(
    [property: Id(0)] PayerAccountView View,
    [property: Id(1)] bool Created);
