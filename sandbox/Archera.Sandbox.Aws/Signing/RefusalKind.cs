namespace Archera.Sandbox.Aws.Signing;

/// <summary>Why a caller is not believed. Each service has its own code and status for it.</summary>
public enum RefusalKind
{
    NotSigned,
    Incomplete,
    WrongSignature,
    UnknownToken,
    ExpiredToken,
}
