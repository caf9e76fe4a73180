using System.Collections.Immutable;
using System.Text.Json;

namespace Archera.Sandbox.DataDirectory;

/// <summary>
/// <c>customers.json</c>: what the demo customers would keep of their own. It is written after every answer worth
/// keeping, so that a killed sandbox asks again for what it has not written, and for nothing else.
/// </summary>
internal sealed class CustomersFile
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerOptions.Web) { WriteIndented = true };

    private readonly Lock _gate = new();
    private readonly string _path;
    private readonly string _world;
    private ImmutableDictionary<string, Customer> _customers;

    private CustomersFile(string path, string world, ImmutableDictionary<string, Customer> customers)
    {
        _path = path;
        _world = world;
        _customers = customers;
    }

    /// <exception cref="SandboxException">The folder belongs to another world, or its file is unreadable.</exception>
    internal static CustomersFile Open(string path, string world)
    {
        if (!File.Exists(path))
            return new CustomersFile(path, world, ImmutableDictionary<string, Customer>.Empty);
        var document = Read(path);
        if (document.World != world)
        {
            throw new SandboxException(
                $"{path} was made with other options ({document.World}). Run with those, or choose another --data "
                + "folder.");
        }

        return new CustomersFile(path, world, document.Tenants.ToImmutableDictionary(tenant => tenant.Name));
    }

    internal Customer? Find(string name) => _customers.GetValueOrDefault(name);

    internal void Keep(Customer customer)
    {
        lock (_gate)
        {
            _customers = _customers.SetItem(customer.Name, customer);
            Write();
        }
    }

    /// <summary>Remembers the role that the customer created in the account.</summary>
    internal void KeepRole(string name, CustomerAccount account)
    {
        lock (_gate)
        {
            var customer = _customers[name];
            var others = customer.PayerAccounts.RemoveAll(other => other.PayerAccount == account.PayerAccount);
            _customers = _customers.SetItem(name, customer with { PayerAccounts = others.Add(account) });
            Write();
        }
    }

    private void Write()
    {
        var tenants = _customers.Values.OrderBy(customer => customer.Name, StringComparer.Ordinal).ToImmutableArray();
        PrivateFile.Write(_path, JsonSerializer.SerializeToUtf8Bytes(new CustomersDocument(_world, tenants), Format));
    }

    private static CustomersDocument Read(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            return JsonSerializer.Deserialize<CustomersDocument>(file, Format)
                ?? throw new SandboxException($"{path} is empty. Choose another --data folder.");
        }
        catch (JsonException exception)
        {
            throw new SandboxException($"{path} is unreadable. Choose another --data folder.", exception);
        }
    }
}
