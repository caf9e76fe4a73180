namespace Archera.Grains.Onboarding;

public enum VerificationVerdict
{
    Passed,

    /// <summary>The role opens without the right external id, or to a stranger.</summary>
    Open,

    /// <summary>AWS refused, or the role is another account's: the customer has to change something.</summary>
    Refused,

    /// <summary>It could not be found out now: nobody's role is to blame.</summary>
    Unknown,
}
