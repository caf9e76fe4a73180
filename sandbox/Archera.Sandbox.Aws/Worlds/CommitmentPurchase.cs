using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Archera.Sandbox.Aws.Worlds;

/// <summary>One term of a Savings Plan or a reservation, as it was bought: what the bill charges fees for.</summary>
/// <param name="Owner">The account that bought it.</param>
/// <param name="Service">The service that its fees are billed under; of a reservation, the one that it is for.</param>
/// <param name="End">The first day after the term.</param>
/// <param name="PerDay">The commitment of a day, used or not, the upfront part spread over the term included.</param>
/// <param name="Upfront">What is paid on the first day.</param>
public sealed record CommitmentPurchase(
    bool IsSavingsPlan, string Owner, string Service, DateOnly Start, DateOnly End, decimal PerDay, decimal Upfront)
{
    /// <summary>In the form that AWS gives to plans and reservations; the same for the same term.</summary>
    public string Id
    {
        get
        {
            var hash = SHA256.HashData(Encoding.UTF8.GetBytes(
                string.Create(CultureInfo.InvariantCulture, $"{Owner} {Service} {Start:O}")));
            hash[7] = (byte)((hash[7] & 0x0F) | 0x40); // AWS's model takes ids of known versions only.
            hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
            return new Guid(hash.AsSpan(0, 16)).ToString();
        }
    }

    /// <summary>The ARN of a Savings Plan.</summary>
    public string PlanArn => $"arn:aws:savingsplans::{Owner}:savingsplan/{Id}";

    public int Days => End.DayNumber - Start.DayNumber;

    /// <summary>What is paid in the course of the term.</summary>
    public decimal Recurring => (PerDay * Days) - Upfront;

    /// <summary>In AWS's words.</summary>
    public string PaymentOption =>
        Upfront == 0 ? "No Upfront" : Recurring == 0 ? "All Upfront" : "Partial Upfront";

    public bool IsOn(DateOnly day) => day >= Start && day < End;
}
