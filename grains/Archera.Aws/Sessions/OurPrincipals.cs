namespace Archera.Aws.Sessions;

/// <summary>What is known of our own principals, one for the process.</summary>
internal sealed record OurPrincipals(OurStanding Standing, WitnessStand Witnesses, PrincipalAlarm Alarm);
