using System.Collections.Immutable;
using System.Security.Claims;
using Archera.Client;
using Archera.Contracts.Commitments;
using Archera.Contracts.Identity;
using Archera.Contracts.Reports;
using Archera.Gateway.Access;
using Archera.Gateway.Costs;
using Archera.Gateway.Problems;
using Archera.Gateway.Reports;
using Archera.Gateway.Requests;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Archera.Gateway.Commitments;

/// <summary>Savings Plans and reservations.</summary>
internal static class CommitmentEndpoints
{
    private const string KindName = "kind";

    private static readonly QueryParameters Parameters = new(
    [
        .. CostParameters.All.Named("start", "end", "granularity"),
        ReportParameters.PayerAccount,
        new(KindName, "Only Savings Plans, or only reservations. Repeat it for both.")
        {
            Repeats = true,
            MaxItems = Enum.GetValues<CommitmentKind>().Length,
            Values = Enum.GetNames<CommitmentKind>(),
        },
        new("service", "Only reservations of these services, as AWS names them; Savings Plans have none. Repeat it "
            + "for several.")
        {
            Repeats = true, MaxItems = CostParameters.MaxValues, MaxLength = CostParameters.MaxValueLength,
        },
        .. CostParameters.All.Named("asOf"),
        ReportParameters.RequireComplete,
        ReportParameters.Format,
    ]);

    public static void MapCommitments(this IEndpointRouteBuilder api) =>
        api.MapGet("/commitments", GetAsync)
            .RequireAuthorization(AccessPolicies.Tenant).WithTags("Commitments")
            .WithName("GetCommitments").WithSummary("The tenant's Savings Plans and reservations")
            .WithDescription(
                "What was committed, used and covered, from Cost Explorer, and which commitments there are. "
                + "Percentages are ratios of sums: over several days, payers or services they are made of the summed "
                + "parts. Null is not zero: it says that there was nothing to tell. As CSV, rows of figures come first "
                + "and rows of commitments after them: the column row tells which.")
            .DescribeReport(Parameters, ProblemCatalogue.TooManyRows, ProblemCatalogue.InexactSum);

    private static async Task<Results<ReportResult<CommitmentsResource>, ProblemResult>> GetAsync(
        HttpRequest request, ClaimsPrincipal user, ArcheraClient client, CancellationToken cancellationToken)
    {
        var reader = new CostQueryReader(request.Query);
        var costs = reader.Read();
        var kinds = reader.Parameters.Repeated(
            KindName, Enum.GetValues<CommitmentKind>().Length,
            text => EnumNames.TryParse<CommitmentKind>(text, out _), $"one of {EnumNames.Of<CommitmentKind>()}");
        var (requireComplete, format) = (reader.Parameters.RequiresComplete(), reader.Parameters.FormatOf(request));
        if (reader.Parameters.Errors.Any)
            return ProblemResult.Of(reader.Parameters.Errors);
        var query = new CommitmentQuery(
            costs.Period,
            costs.Granularity,
            [.. Values(costs, CostDimension.PayerAccount).Select(PayerAccountKey.Parse)],
            [.. kinds.Select(Enum.Parse<CommitmentKind>)],
            Values(costs, CostDimension.Service),
            costs.AsOf);
        var answer = await client.Commitments.GetAsync(user.Tenant(), query, cancellationToken);
        return answer.IsGranted
            ? ReportAnswers.Of(CommitmentsResource.Of(query, answer.Value), requireComplete, format)
            : ProblemResult.Of(answer.Refusal);
    }

    private static ImmutableArray<string> Values(CostQuery query, CostDimension dimension) =>
        [.. query.Filters.Where(filter => filter.Dimension == dimension).SelectMany(filter => filter.Values)];
}
