namespace Archera.Sandbox.Aws.Worlds.Generated;

/// <summary>One year of a commitment. What is paid and what is spread over its days are the same, exactly.</summary>
/// <param name="PerDay">The commitment of a day: what it costs whether it is used or not.</param>
/// <param name="Upfront">The part of the whole that is paid on the purchase day.</param>
internal readonly record struct CommitmentTerm(DateOnly Start, DateOnly End, decimal PerDay, decimal Upfront)
{
    private int Days => End.DayNumber - Start.DayNumber;

    private decimal Recurring => PerDay * Days - Upfront;

    /// <summary>A recurring fee is charged on the purchase day and on the 1st, for the days up to the next.</summary>
    public bool ChargesFeeOn(DateOnly day) => day == Start || day.Day == 1;

    public DateOnly FeeEnd(DateOnly day)
    {
        var nextMonth = new DateOnly(day.Year, day.Month, 1).AddMonths(1);
        return nextMonth < End ? nextMonth : End;
    }

    public decimal RecurringFee(DateOnly from, DateOnly to) => RecurringUntil(to) - RecurringUntil(from);

    // Differences of one rounded running total: the fees of a term add up to the whole.
    private decimal RecurringUntil(DateOnly day) =>
        decimal.Round(Recurring * (day.DayNumber - Start.DayNumber) / Days, 8);
}
