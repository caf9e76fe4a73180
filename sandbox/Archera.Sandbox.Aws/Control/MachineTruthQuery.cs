using Archera.Sandbox.Aws.Worlds;

namespace Archera.Sandbox.Aws.Control;

/// <summary>What is asked of the truth about machines: one account and a time.</summary>
internal sealed record MachineTruthQuery(string Account, DateTimeOffset Start, DateTimeOffset End)
{
    /// <summary>As long as CloudWatch keeps anything.</summary>
    private const int MaxDays = 455;

    private static readonly string[] Known = ["account", "start", "end"];

    internal static MachineTruthQuery? Read(IQueryCollection query, AwsWorld world, FieldErrors errors)
    {
        foreach (var name in query.Keys.Where(name => !Known.Contains(name)))
            errors.Add(name, $"Is not a parameter here. Parameters: {string.Join(", ", Known)}.");
        var account = query["account"].ToString();
        if (world.Find(account) is null)
            errors.Add("account", "Must be an account of this world: 12 digits.");
        if (!ControlInstant.TryParse(query["start"], out var start))
            errors.Add("start", ControlInstant.Expected);
        if (!ControlInstant.TryParse(query["end"], out var end))
            errors.Add("end", ControlInstant.Expected);
        else if (start >= end || end - start > TimeSpan.FromDays(MaxDays))
            errors.Add("end", $"Must be after start, by at most {MaxDays} days.");
        return errors.Any ? null : new MachineTruthQuery(account, start, end);
    }
}
