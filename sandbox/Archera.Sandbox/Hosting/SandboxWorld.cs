using Archera.Sandbox.Aws.Worlds;
using Archera.Sandbox.Aws.Worlds.Focus;
using Archera.Sandbox.Options;

namespace Archera.Sandbox.Hosting;

/// <summary>
/// The world of a run: generated organizations, those of FOCUS files, and the day on which it starts.
/// </summary>
internal sealed record SandboxWorld(
    AwsWorld World, DateOnly? Today, IReadOnlyList<string> FromSeed, IReadOnlyList<string> FromFiles)
{
    internal Organization OrganizationOf(string payer) => World.Find(payer)
        ?? throw new InvalidOperationException($"{payer} is not in the world.");

    /// <exception cref="SandboxException">A FOCUS file is no bill, or the world would be too large.</exception>
    internal static SandboxWorld Build(SandboxOptions options, DateOnly realToday)
    {
        try
        {
            var files = options.FocusFiles.Count == 0 ? [] : AwsWorld.FromFocus(options.FocusFiles).Organizations;
            var today = options.Today
                ?? (files.Count == 0 ? realToday : files.Max(file => file.Bill.LastDay!.Value).AddDays(1));
            var fromSeed = options.Generated ? Generate(options, today) : new AwsWorld([]);
            var generated = fromSeed.Organizations;
            var world = new AwsWorld([.. generated, .. files], fromSeed.Machines);
            return new SandboxWorld(
                world,
                options.Today is null && files.Count == 0 ? null : today,
                [.. generated.Select(organization => organization.PayerAccountId)],
                [.. files.Select(organization => organization.PayerAccountId)]);
        }
        catch (Exception exception) when (exception is ArgumentException or FocusFormatException)
        {
            throw new SandboxException(exception.Message, exception);
        }
    }

    private static AwsWorld Generate(SandboxOptions options, DateOnly today) =>
        AwsWorld.Generate(new GeneratedWorldOptions
        {
            Payers = options.Payers,
            LinkedPerPayer = options.Linked,
            Services = options.Services,
            Seed = options.Seed,
            FirstDay = History.FirstCharge(today, options.Days ?? History.DefaultDays(today)),
        });
}
