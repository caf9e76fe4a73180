namespace Archera.Aws.Throttling;

/// <summary>Leave for one request, or how long to wait before asking again.</summary>
public readonly record struct Permit(TimeSpan Wait)
{
    public static Permit Granted => default;

    public bool IsGranted => Wait <= TimeSpan.Zero;

    public static Permit WaitFor(TimeSpan wait) => new(wait);
}
