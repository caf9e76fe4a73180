namespace Archera.Sandbox.Onboarding;

/// <summary>When waiting ends. It begins when it is made.</summary>
internal sealed class Deadline(TimeProvider time, TimeSpan limit)
{
    private readonly long _start = time.GetTimestamp();

    internal bool HasPassed => time.GetElapsedTime(_start) > limit;
}
