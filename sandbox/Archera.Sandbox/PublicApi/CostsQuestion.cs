using System.Globalization;
using System.Text;

namespace Archera.Sandbox.PublicApi;

/// <summary>One <c>GET /api/v1/costs</c>. <see cref="End"/> is exclusive.</summary>
internal sealed record CostsQuestion(DateOnly Start, DateOnly End)
{
    public string Granularity { get; init; } = "Daily";

    public string Metric { get; init; } = "UnblendedCost";

    public string? GroupBy { get; init; }

    public string? PayerAccount { get; init; }

    internal string ToPathAndQuery()
    {
        var query = new StringBuilder("/api/v1/costs?start=").Append(Day(Start)).Append("&end=").Append(Day(End))
            .Append("&granularity=").Append(Granularity).Append("&metric=").Append(Metric);
        if (GroupBy is not null)
            query.Append("&groupBy=").Append(GroupBy);
        if (PayerAccount is not null)
            query.Append("&payerAccount=").Append(Uri.EscapeDataString(PayerAccount));
        return query.ToString();
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
