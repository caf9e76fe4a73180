using System.Collections.Immutable;

namespace Archera.Sandbox.DataDirectory;

/// <summary>What a customer keeps: who it is, its API key, and the roles that it created.</summary>
internal sealed record Customer(string Id, string Name, string Key, ImmutableArray<CustomerAccount> PayerAccounts);
