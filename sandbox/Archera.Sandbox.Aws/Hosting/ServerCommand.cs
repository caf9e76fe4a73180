using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using Archera.Sandbox.Aws.CloudWatch;
using Archera.Sandbox.Aws.Iam;
using Archera.Sandbox.Aws.Worlds;
using Archera.Sandbox.Aws.Worlds.Focus;

namespace Archera.Sandbox.Aws.Hosting;

/// <summary>The simulated AWS as a program of its own.</summary>
internal static class ServerCommand
{
    /// <summary>Enough history for the last full month to be whole, whatever the day.</summary>
    private const int LeastDays = 62;

    private static readonly Option<int> Port = Number("--port", 5555, "The port; 0 takes a free one.", 0, 65_535);
    private static readonly Option<int> Seed =
        Number("--seed", 1, "Decides worlds, keys and faults.", int.MinValue, int.MaxValue);
    private static readonly Option<int> Payers = Number(
        "--payers", 5, "Organizations.", 1, GeneratedWorldOptions.MaximumPayers);
    private static readonly Option<int> Linked = Number(
        "--linked", 12, "Accounts per organization, the payer included.", 1,
        GeneratedWorldOptions.MaximumLinkedPerPayer);
    private static readonly Option<int> Services = Number(
        "--services", 24, "Services in use.", 1, GeneratedWorldOptions.MaximumServices);
    private static readonly Option<int> Days = Number("--days", LeastDays, "Days of history.", 1, 1_200);
    private static readonly Option<bool> Dense =
        new("--dense") { Description = "Every account uses every service on every day, for benchmarks." };
    private static readonly Option<decimal> Throttle =
        Share("--throttle", "The share of calls that is throttled, 0 to 1.");
    private static readonly Option<DateOnly?> Today =
        Day("--today", "The billing today, yyyy-MM-dd; the real one by default.");
    private static readonly Option<string?> Data =
        new("--data") { Description = "Keeps roles, policies, bill and events in this folder." };
    private static readonly Option<string[]> Focus = new("--focus")
    {
        Description = "FOCUS files, plain or gzip CSV, each one payer's bill; then no world is generated.",
        AllowMultipleArgumentsPerToken = true,
    };
    private static readonly Option<string?> CloudWatch = new("--cloudwatch")
    {
        Description = "A folder of recorded CloudWatch series, which take the place of computed ones.",
    };
    private static readonly Option<string> Listen = new("--listen")
    {
        Description = "The address to listen on. Everybody who reaches it may use the control surface.",
        DefaultValueFactory = _ => "127.0.0.1",
    };

    internal static RootCommand Create()
    {
        var command =
            new RootCommand(
                "A simulated AWS: STS, IAM, Organizations, Cost Explorer, EC2, CloudWatch; as strict as the real one.")
        {
            Port, Seed, Today, Payers, Linked, Services, Days, Dense, Focus, CloudWatch, Throttle, Data, Listen,
        };
        Listen.Validators.Add(result =>
        {
            if (!IPAddress.TryParse(result.GetValueOrDefault<string>(), out _))
                result.AddError("--listen is an IP address, for example 0.0.0.0.");
        });
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        try
        {
            await using var aws = await SimulatedAws.StartAsync(Options(parsed), cancellationToken);
            Announce(aws);
            await UntilEndedAsync(cancellationToken);
            return 0;
        }
        catch (Exception exception) when (exception is IOException or SocketException
            or ArgumentException or UnauthorizedAccessException or FocusFormatException)
        {
            await Console.Error.WriteLineAsync(exception.Message);
            return 2;
        }
    }

    private static SimulatedAwsOptions Options(ParseResult parsed)
    {
        var focus = parsed.GetValue(Focus) is { Length: > 0 } files ? AwsWorld.FromFocus(files) : null;
        var today = parsed.GetValue(Today)
            ?? focus?.LastChargeDay?.AddDays(1)
            ?? DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        return new SimulatedAwsOptions
        {
            Port = parsed.GetValue(Port),
            Listen = IPAddress.Parse(parsed.GetValue(Listen)!),
            Seed = parsed.GetValue(Seed),
            Today = today,
            World = focus ?? Generate(parsed, today),
            DataDirectory = parsed.GetValue(Data),
            ThrottleShare = parsed.GetValue(Throttle),
            CloudWatch = new CloudWatchOptions { Folder = parsed.GetValue(CloudWatch) },
        };
    }

    private static AwsWorld Generate(ParseResult parsed, DateOnly today) => AwsWorld.Generate(new GeneratedWorldOptions
    {
        Payers = parsed.GetValue(Payers),
        LinkedPerPayer = parsed.GetValue(Linked),
        Services = parsed.GetValue(Services),
        Seed = parsed.GetValue(Seed),
        FirstDay = today.AddDays(-parsed.GetValue(Days)),
        Dense = parsed.GetValue(Dense),
    });

    private static void Announce(SimulatedAws aws)
    {
        const int Shown = 10;
        var payers = string.Join(' ', aws.World.Organizations.Take(Shown).Select(each => each.PayerAccountId));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"""
            The simulated AWS answers at {aws.Endpoint}, billing today {aws.Clock.Today:yyyy-MM-dd}. Ctrl-C ends it.
            Payers: {payers}
            The vendor is {aws.Vendor.UserArn}. To be the vendor:

              export AWS_ENDPOINT_URL={aws.Endpoint} AWS_DEFAULT_REGION=us-east-1
              export AWS_ACCESS_KEY_ID={aws.Vendor.AccessKeyId} AWS_SECRET_ACCESS_KEY={aws.Vendor.SecretAccessKey}
              aws sts get-caller-identity

            Who may try any role but is not the vendor, to find trust that is too wide:

              {aws.Users.Colleague} of the vendor's account  {Keys(aws.Users.Colleague)}
              {aws.Users.Witness} of another account  {Keys(aws.Users.Witness)}

            To be a customer, make a role that the vendor may assume: PUT {aws.Endpoint}_sandbox/roles
            """));
    }

    private static string Keys(IamUser user) => $"{user.AccessKeyId} {user.SecretAccessKey}";

    private static async Task UntilEndedAsync(CancellationToken cancellationToken)
    {
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var registration = cancellationToken.Register(() => ended.TrySetResult());
        using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, End);
        using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, End);
        await ended.Task;

        void End(PosixSignalContext context)
        {
            context.Cancel = true;
            ended.TrySetResult();
        }
    }

    private static Option<int> Number(string name, int byDefault, string description, int min, int max) => new(name)
    {
        Description = description,
        DefaultValueFactory = _ => byDefault,
        CustomParser = result => Parse(
            result,
            int.TryParse(Text(result), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
                && number >= min && number <= max,
            number,
            string.Create(CultureInfo.InvariantCulture, $"{name} is {min} to {max}.")),
    };

    private static Option<decimal> Share(string name, string description) => new(name)
    {
        Description = description,
        CustomParser = result => Parse(
            result,
            decimal.TryParse(Text(result), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var share)
                && share <= 1,
            share,
            $"{name} is a number from 0 to 1."),
    };

    private static Option<DateOnly?> Day(string name, string description) => new(name)
    {
        Description = description,
        CustomParser = result => Parse<DateOnly?>(
            result,
            Control.ControlDay.TryParse(Text(result), out var day),
            day,
            $"{name} is a day: yyyy-MM-dd."),
    };

    private static string? Text(ArgumentResult result) => result.Tokens.Count == 1 ? result.Tokens[0].Value : null;

    private static T? Parse<T>(ArgumentResult result, bool isGood, T value, string error)
    {
        if (isGood)
            return value;
        result.AddError(error);
        return default;
    }
}
