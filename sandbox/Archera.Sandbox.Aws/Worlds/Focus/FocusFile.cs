using System.Text;
using Archera.Sandbox.Aws.Worlds.Generated;

namespace Archera.Sandbox.Aws.Worlds.Focus;

/// <summary>One FOCUS file, plain or gzip, becomes one organization.</summary>
internal static class FocusFile
{
    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    public static Organization Read(string file)
    {
        CsvReader? csv = null;
        try
        {
            using var stream = Open(file);
            using var reader = new StreamReader(stream, StrictUtf8);
            csv = new CsvReader(reader, file);
            return Read(csv);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException
            or InvalidDataException or DecoderFallbackException)
        {
            throw new FocusFormatException(file, csv?.Line ?? 0, e switch
            {
                DecoderFallbackException => "the text is not UTF-8.",
                InvalidDataException => "the gzip data is damaged, cut off, or of several parts. Decompress it first.",
                _ => "the file can't be read.",
            });
        }
    }

    private static Organization Read(CsvReader csv)
    {
        var columns = new FocusColumns(csv);
        var (accounts, ledger) = (new FocusAccounts(), new FocusLedger());
        string? billingAccount = null;
        while (csv.ReadRecord() is { } record)
        {
            var charge = FocusCharge.Read(csv, columns, record);
            if (charge.BillingAccount != (billingAccount ??= charge.BillingAccount))
                throw csv.Refuse("a second billing account begins here. Export one file for each.");
            accounts.IdOf(billingAccount, columns.Text(record, "BillingAccountName"), charge.Day, csv);
            var account = accounts.IdOf(charge.LinkedAccount, columns.Text(record, "SubAccountName"), charge.Day, csv);
            ledger.Add(charge, account, csv);
        }

        var bill = ledger.Close(csv);
        var payer = accounts.All[0].Id;
        return new Organization(Naming.OrganizationId(Draw.From(0).With(payer)), payer, accounts.All, bill);
    }

    private static Stream Open(string file)
    {
        var stream = File.OpenRead(file);
        var isGzip = stream.ReadByte() == 0x1f && stream.ReadByte() == 0x8b;
        stream.Position = 0;
        return isGzip ? new WholeGzipStream(stream) : stream;
    }
}
