using Archera.Sandbox.Aws.Worlds;

namespace Archera.Sandbox.Aws.Control;

/// <summary>What is asked of the truth about commitments: one payer and days.</summary>
internal sealed record CommitmentTruthQuery(string Payer, DateOnly Start, DateOnly End)
{
    /// <summary>As many days as Cost Explorer ever answers.</summary>
    private const int MaxDays = 1_200;

    private static readonly string[] Known = ["payer", "start", "end"];

    internal static CommitmentTruthQuery? Read(IQueryCollection query, AwsWorld world, FieldErrors errors)
    {
        foreach (var name in query.Keys.Where(name => !Known.Contains(name)))
            errors.Add(name, $"Is not a parameter here. Parameters: {string.Join(", ", Known)}.");
        var payer = query["payer"].ToString();
        if (world.Find(payer)?.PayerAccountId != payer)
            errors.Add("payer", "Must be a payer account of this world: 12 digits.");
        if (!ControlDay.TryParse(query["start"], out var start))
            errors.Add("start", ControlDay.Expected);
        if (!ControlDay.TryParse(query["end"], out var end))
            errors.Add("end", ControlDay.Expected);
        else if (start >= end || end.DayNumber - start.DayNumber > MaxDays)
            errors.Add("end", $"Must be after start, by at most {MaxDays} days.");
        return errors.Any ? null : new CommitmentTruthQuery(payer, start, end);
    }
}
