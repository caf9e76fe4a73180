namespace Archera.Gateway.Accounts;

/// <summary>Whether a verification run goes on.</summary>
public enum RunState
{
    Running,
    Done,
}
