namespace Archera.Grains.Accounts;

public enum VerificationVerdict
{
    Passed,

    /// <summary>AWS refused, or the role is another account's: the customer has to change something.</summary>
    Refused,

    /// <summary>It could not be found out now: nobody's role is to blame.</summary>
    Unknown,
}
