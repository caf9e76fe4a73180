using System.Collections.Immutable;

namespace Archera.Sandbox.DataDirectory;

/// <param name="World">The options that the world was made with (<see cref="WorldChoice"/>).</param>
internal sealed record CustomersDocument(string World, ImmutableArray<Customer> Tenants);
