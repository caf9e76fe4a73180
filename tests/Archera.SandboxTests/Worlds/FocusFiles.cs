using System.IO.Compression;
using System.Text;
using Archera.Sandbox.Aws.Worlds;
using Archera.Sandbox.Aws.Worlds.Focus;

namespace Archera.SandboxTests.Worlds;

/// <summary>Small FOCUS files in a folder of their own.</summary>
internal sealed class FocusFiles : IDisposable
{
    public const string Header =
        "BilledCost,EffectiveCost,BillingAccountId,BillingAccountName,BillingCurrency,ChargeCategory,ChargePeriodStart,"
        + "ProviderName,ServiceName,SubAccountId,SubAccountName";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("focus");

    public static string Row(
        string billed = "1.10",
        string effective = "1.20",
        string payer = "111122223333",
        string currency = "USD",
        string category = "Usage",
        string start = "2024-09-01 03:00:00",
        string provider = "AWS",
        string service = "Amazon Simple Storage Service",
        string account = "444455556666") =>
        $"{billed},{effective},{payer},Payer,{currency},{category},{start},{provider},{service},{account},Sub";

    public string Write(params string[] lines) => WriteText(string.Join('\n', lines) + '\n');

    public string WriteText(string text)
    {
        var file = Path.Combine(_folder.FullName, $"{_folder.GetFiles().Length}.csv");
        File.WriteAllText(file, text);
        return file;
    }

    public string WriteGzip(string text, int cut = 0)
    {
        using var buffer = new MemoryStream();
        using (var gzip = new GZipStream(buffer, CompressionLevel.Optimal, leaveOpen: true))
            gzip.Write(Encoding.UTF8.GetBytes(text));
        var file = Path.Combine(_folder.FullName, $"{_folder.GetFiles().Length}.csv.gz");
        File.WriteAllBytes(file, buffer.ToArray()[..^cut]);
        return file;
    }

    public AwsWorld World(params string[] rows) => AwsWorld.FromFocus([Write([Header, .. rows])]);

    public FocusFormatException Refusal(params string[] rows) => Should.Throw<FocusFormatException>(() => World(rows));

    public void Dispose() => _folder.Delete(recursive: true);
}
