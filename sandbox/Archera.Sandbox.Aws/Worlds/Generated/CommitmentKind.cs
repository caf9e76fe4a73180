namespace Archera.Sandbox.Aws.Worlds.Generated;

internal sealed record CommitmentKind(bool IsSavingsPlan, string UpfrontRecordType, string RecurringRecordType)
{
    public static CommitmentKind SavingsPlan { get; } =
        new(true, RecordTypes.SavingsPlanUpfrontFee, RecordTypes.SavingsPlanRecurringFee);

    public static CommitmentKind Reservation { get; } = new(false, RecordTypes.Fee, RecordTypes.RIFee);
}
