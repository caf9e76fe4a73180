using System.Globalization;
using System.Text;
using Archera.Sandbox.Aws.CloudWatch;
using Archera.Sandbox.Aws.Hosting;

namespace Archera.Benchmarks.Utilization;

/// <summary>The simulated AWS of this measurement, in a process of its own: this program, started once more.</summary>
internal static class MetricSimulator
{
    private const string MayRead = """
        {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["cloudwatch:*","ec2:DescribeRegions"],"Resource":"*"}]}
        """;

    internal static async Task<int> RunAsync(FleetSize size, CancellationToken cancellationToken)
    {
        var world = size.Generate();
        await using var aws = await SimulatedAws.StartAsync(
            new SimulatedAwsOptions
            {
                World = world,
                ThrottleShare = size.Throttle,
                CloudWatch = new CloudWatchOptions { Sources = [new SteadyMetrics(size.Metrics)] },
            },
            cancellationToken);
        foreach (var account in size.AccountsOf(world))
        {
            aws.Roles.Put(
                $"arn:aws:iam::{account}:role/{FleetSize.RoleName}",
                $$"""
                {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"{{aws.Vendor.UserArn}}"},
                "Action":["sts:AssumeRole"],"Condition":{"StringEquals":{"sts:ExternalId":"{{FleetSize.ExternalId}}"} } },
                {"Effect":"Allow","Principal":{"AWS":"{{aws.Vendor.UserArn}}"},
                "Action":["sts:SetSourceIdentity","sts:TagSession"]}]}
                """,
                MayRead);
        }

        Console.WriteLine(Words(aws));
        await Task.Delay(Timeout.Infinite, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return 0;
    }

    internal static IEnumerable<string> Arguments(FleetSize size) =>
    [
        System.Reflection.Assembly.GetExecutingAssembly().Location,
        "simulate-metrics",
        "--accounts", Text(size.Accounts),
        "--metrics", Text(size.Metrics),
        "--throttle", Text(size.Throttle),
    ];

    private static string Words(SimulatedAws aws) => new StringBuilder()
        .AppendLine(CultureInfo.InvariantCulture, $"The simulated AWS answers at {aws.Endpoint}, and measures.")
        .AppendLine(CultureInfo.InvariantCulture, $"The vendor is {aws.Vendor.UserArn}. To be the vendor:")
        .Append(CultureInfo.InvariantCulture, $"AWS_ACCESS_KEY_ID={aws.Vendor.AccessKeyId} ")
        .Append(CultureInfo.InvariantCulture, $"AWS_SECRET_ACCESS_KEY={aws.Vendor.SecretAccessKey}")
        .ToString();

    private static string Text(IFormattable number) => number.ToString(null, CultureInfo.InvariantCulture);
}
