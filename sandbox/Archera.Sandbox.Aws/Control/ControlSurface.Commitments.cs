using System.Globalization;
using Archera.Sandbox.Aws.Truth;

namespace Archera.Sandbox.Aws.Control;

internal sealed partial class ControlSurface
{
    private Task AnswerCommitmentsAsync(HttpContext context)
    {
        var errors = new FieldErrors();
        if (CommitmentTruthQuery.Read(context.Request.Query, aws.World, errors) is not { } query)
            return ProblemAsync(context, 400, "Fields are wrong.", errors.ByField);
        var end = query.End < aws.Clock.Today ? query.End : aws.Clock.Today; // What is not over is not true yet.
        var rows = CommitmentTruth.Rows(aws.World, query.Payer, query.Start, end).Select(row => new
        {
            row.Day,
            row.Kind,
            row.Service,
            figures = row.Figures.ToDictionary(
                figure => figure.Key, figure => figure.Value.ToString(CultureInfo.InvariantCulture)),
        });
        var bill = aws.World.Find(query.Payer)!.Bill;
        var held = bill.Purchases(query.Start, end).Where(bought => bought.End > bill.FirstDay);
        var inventory = held.Select(bought => new
        {
            kind = bought.IsSavingsPlan ? CommitmentTruth.SavingsPlans : CommitmentTruth.Reservations,
            bought.Id,
            bought.Owner,
            bought.Service,
            bought.Start,
            bought.End,
            bought.PaymentOption,
            perDay = bought.PerDay.ToString(CultureInfo.InvariantCulture),
            upfront = bought.Upfront.ToString(CultureInfo.InvariantCulture),
        });
        return AnswerAsync(context, new { rows, inventory });
    }
}
