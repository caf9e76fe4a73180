namespace Archera.Sandbox.Aws.Worlds.Generated;

/// <summary>What one account uses of one service: a level, a trend, a week and a habit of being used or not.</summary>
internal sealed class UsageLine
{
    /// <summary>AWS's figures have up to ten decimals; some services are rated more coarsely.</summary>
    private static readonly byte[] RatedDecimals = [10, 10, 10, 10, 8, 8, 6, 2];

    private static readonly long[] PowersOfTen =
        [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000];

    private readonly Draw _draw;
    private readonly double _level;
    private readonly double _growthPerMonth;
    private readonly double _weekend;
    private readonly double _presence;
    private readonly byte _decimals;

    public UsageLine(ServiceEntry service, string account, double scale, Draw draw, bool dense)
    {
        Service = service.Name;
        Account = account;
        _draw = draw;
        _level = (double)(service.TypicalDailyCost * 10_000_000_000m) * scale * draw.With("level").Between(0.1, 2.5);
        _growthPerMonth = draw.With("growth").Between(-0.004, 0.025);
        _weekend = draw.With("weekend").Between(0.35, 1.05);
        _presence = dense ? 1 : Presence(draw.With("presence").Unit);
        _decimals = RatedDecimals[draw.With("decimals").Below(RatedDecimals.Length)];
    }

    public string Service { get; }

    public string Account { get; }

    /// <summary>The on-demand cost of a day, which may round to zero; null when the service was not used.</summary>
    public decimal? On(DateOnly day)
    {
        var today = _draw.With(day.DayNumber);
        if (_presence < 1 && !today.Chance(_presence))
            return null;
        var months = (day.Year - 2024) * 12 + day.Month;
        var trend = Math.Max(0.05, 1 + _growthPerMonth * months);
        var week = day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? _weekend : 1;
        return Rated((long)(_level * trend * week * Season(day.Month) * today.With("noise").Between(0.88, 1.12)));
    }

    // Most pairs are used daily, some now and then, one in seven never.
    private static double Presence(double draw) => draw switch
    {
        < 0.70 => 1,
        < 0.78 => 0.8,
        < 0.86 => 0.15,
        _ => 0,
    };

    // Shops fill before the holidays, offices empty in August.
    private static double Season(int month) => month switch
    {
        8 => 0.93,
        11 => 1.08,
        12 => 1.13,
        _ => 1,
    };

    private decimal Rated(long tenBillionths)
    {
        var units = tenBillionths / PowersOfTen[10 - _decimals];
        return new decimal((int)units, (int)(units >> 32), 0, false, _decimals);
    }
}
