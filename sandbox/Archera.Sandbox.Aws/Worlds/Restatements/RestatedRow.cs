namespace Archera.Sandbox.Aws.Worlds.Restatements;

/// <summary>The row of a day that a restatement names.</summary>
internal readonly record struct RestatedRow(string Service, string LinkedAccount, string RecordType)
{
    public static RestatedRow Of(Restatement restatement) =>
        new(restatement.Service, restatement.LinkedAccount, restatement.RecordType);

    public static RestatedRow Of(in Charge charge) => new(charge.Service, charge.LinkedAccount, charge.RecordType);
}
