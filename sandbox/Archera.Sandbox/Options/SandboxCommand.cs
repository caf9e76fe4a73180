using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Archera.Sandbox.Aws.Worlds;

namespace Archera.Sandbox.Options;

/// <summary>The command line: names, defaults and bounds.</summary>
internal sealed class SandboxCommand
{
    /// <summary>The rows of one day must fit into one answer of the API.</summary>
    internal const int MaximumRowsPerDay = 100_000;

    private const int DefaultSeed = 20_260_701;

    private readonly Option<int> _tenants = Number("--tenants", 3, 1, 200, "Customers to onboard.");
    private readonly Option<int> _payers = Number(
        "--payers", 5, 1, GeneratedWorldOptions.MaximumPayers, "Payer accounts in all, dealt round-robin.");
    private readonly Option<int> _linked = Number(
        "--linked", 12, 1, GeneratedWorldOptions.MaximumLinkedPerPayer, "Accounts of each payer, itself included.");
    private readonly Option<int> _services = Number(
        "--services", 24, 1, GeneratedWorldOptions.MaximumServices, "AWS services that each payer uses at most.");
    private readonly Option<int?> _days = OptionalNumber(
        "--days", 1, History.MaximumDays, "Days of history [default: the last full month is whole, at least 62].");
    private readonly Option<int> _seed = Number(
        "--seed", DefaultSeed, 0, int.MaxValue, "Generates the world: the same seed gives the same bills.");
    private readonly Option<string[]> _focus = Files(
        "--focus", "FOCUS files (CSV, plain or gzip), one payer account each.");
    private readonly Option<string?> _cloudWatch = ExistingFolder(
        "--cloudwatch", "Folder of recorded CloudWatch series that machines of the generated world take over.");
    private readonly Option<DateOnly?> _today = Date(
        "--today", "The billing day to start on, yyyy-MM-dd [default: today].");
    private readonly Option<decimal> _throttle = Share(
        "--throttle", "Share of AWS calls refused with a throttle answer, 0 to 0.9.");
    private readonly Option<int> _awsPort = Number(
        "--aws-port", 5555, 0, 65_535, "Port of the simulated AWS; 0 takes a free one.");
    private readonly Option<int> _port = Number("--port", 5080, 0, 65_535, "Port of the HTTP API; 0 takes a free one.");
    private readonly Option<string?> _data = TargetPath(
        "--data", "DIR", "Folder that keeps everything; a later run goes on where this one stopped.");
    private readonly Option<string?> _info = InfoPath(
        "--info", "FILE", "File to write URLs and keys to, once the demo world is read.");

    private readonly Option<bool> _once = new("--once")
    {
        Description = "Read everything, compare with the truth, print one line of JSON and end.",
    };

    /// <summary>The command, running <paramref name="run"/> on options that have passed every check.</summary>
    internal RootCommand Build(Func<SandboxOptions, Task<int>> run)
    {
        var command = new RootCommand("Simulated AWS, silo and HTTP API in one process, with demo tenants onboarded.")
        {
            _tenants, _payers, _linked, _services, _days, _seed, _focus, _cloudWatch, _today, _throttle, _awsPort,
            _port, _data, _info, _once,
        };
        command.Validators.Add(CheckTogether);
        command.SetAction(result => run(Read(result)));
        return command;
    }

    private void CheckTogether(CommandResult result)
    {
        // What does not parse alone is told alone: asking System.CommandLine for its value would throw.
        if (NumberOf(result, _payers) is { } payers
            && NumberOf(result, _linked) is { } linked
            && NumberOf(result, _services) is { } services)
        {
            CheckSize(result, payers, linked * services);
        }

        if (NumberOf(result, _port) is { } port && port != 0 && port == NumberOf(result, _awsPort))
            result.AddError("--port and --aws-port must differ.");
    }

    private static void CheckSize(CommandResult result, long payers, long perDay)
    {
        if (perDay > MaximumRowsPerDay)
        {
            result.AddError(
                $"--linked times --services must be at most {MaximumRowsPerDay}: a day is one answer of the API.");
        }

        if (perDay * payers > GeneratedWorldOptions.MaximumLines)
        {
            result.AddError("--payers times --linked times --services must be at most "
                + $"{GeneratedWorldOptions.MaximumLines}: the simulated AWS keeps them in memory.");
        }
    }

    /// <summary>The option's number, given or by default; null when what was given is not one whole number.</summary>
    private static long? NumberOf(CommandResult result, Option<int> option)
    {
        if (result.GetResult(option) is not { Implicit: false } given)
            return option.GetDefaultValue() as int?;
        return given is { IdentifierTokenCount: 1, Tokens: [{ Value: var text }] }
            && int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
    }

    private SandboxOptions Read(ParseResult result)
    {
        var focus = result.GetValue(_focus) ?? [];
        return new SandboxOptions
        {
            Tenants = result.GetValue(_tenants),
            Payers = result.GetValue(_payers),
            Linked = result.GetValue(_linked),
            Services = result.GetValue(_services),
            Days = result.GetValue(_days),
            Seed = result.GetValue(_seed),
            FocusFiles = focus,
            CloudWatch = result.GetValue(_cloudWatch),
            Today = result.GetValue(_today),
            Throttle = result.GetValue(_throttle),
            AwsPort = result.GetValue(_awsPort),
            Port = result.GetValue(_port),
            Data = result.GetValue(_data),
            Info = result.GetValue(_info),
            Once = result.GetValue(_once),
            Generated = focus.Length == 0 || IsGiven(result, _tenants) || IsGiven(result, _payers),
        };
    }

    private static bool IsGiven(ParseResult result, Option option) => result.GetResult(option) is { Implicit: false };

    private static Option<int> Number(string name, int standard, int least, int most, string description)
    {
        var option = new Option<int>(name)
        {
            Description = description,
            HelpName = "N",
            DefaultValueFactory = _ => standard,
        };
        option.Validators.Add(result => CheckRange(result, name, least, most));
        return option;
    }

    private static Option<int?> OptionalNumber(string name, int least, int most, string description)
    {
        var option = new Option<int?>(name) { Description = description, HelpName = "N" };
        option.Validators.Add(result => CheckRange(result, name, least, most));
        return option;
    }

    private static void CheckRange(OptionResult result, string name, int least, int most)
    {
        if (result.Implicit || result.Tokens.Count != 1)
            return;
        if (!int.TryParse(result.Tokens[0].Value, NumberStyles.Integer, CultureInfo.InvariantCulture, out var value)
            || value < least || value > most)
        {
            result.AddError($"{name} must be a whole number from {least} to {most}, not '{result.Tokens[0].Value}'.");
        }
    }

    private static Option<decimal> Share(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "SHARE",
        DefaultValueFactory = _ => 0m,
        CustomParser = result =>
        {
            if (decimal.TryParse(
                    result.Tokens[0].Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var share)
                && share is >= 0m and <= 0.9m)
            {
                return share;
            }

            result.AddError($"{name} must be a share from 0 to 0.9, not '{result.Tokens[0].Value}'.");
            return 0m;
        },
    };

    private static Option<DateOnly?> Date(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "DATE",
        CustomParser = result =>
        {
            var text = result.Tokens[0].Value;
            if (DateOnly.TryParseExact(
                    text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
                && day.Year is >= 2010 and <= 2100)
            {
                return day;
            }

            result.AddError($"{name} must be a day as yyyy-MM-dd from 2010 to 2100, not '{text}'.");
            return null;
        },
    };

    private static Option<string?> TargetPath(string name, string kind, string description)
    {
        var option = new Option<string?>(name) { Description = description, HelpName = kind };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var path }] && string.IsNullOrWhiteSpace(path))
                result.AddError($"{name} must name a {kind}, not nothing.");
        });
        return option;
    }

    private static Option<string?> ExistingFolder(string name, string description)
    {
        var option = new Option<string?>(name) { Description = description, HelpName = "DIR" };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var path }] && !Directory.Exists(path))
                result.AddError($"{name}: there is no folder '{path}'.");
        });
        return option;
    }

    private static Option<string?> InfoPath(string name, string kind, string description)
    {
        var option = TargetPath(name, kind, description);
        option.Validators.Add(result =>
        {
            if (result.Tokens is not [{ Value: var path }] || string.IsNullOrWhiteSpace(path))
                return;
            if (Directory.Exists(path))
                result.AddError($"{name}: '{path}' is a folder. Name a file in it.");
            else if (!Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(path))))
                result.AddError($"{name}: there is no folder for '{path}'. Make it first.");
        });
        return option;
    }

    private static Option<string[]> Files(string name, string description)
    {
        var option = new Option<string[]>(name)
        {
            Description = description,
            HelpName = "FILE",
            Arity = ArgumentArity.OneOrMore,
            AllowMultipleArgumentsPerToken = true,
        };
        option.Validators.Add(result =>
        {
            foreach (var token in result.Tokens.Where(token => !File.Exists(token.Value)))
                result.AddError($"{name}: there is no file '{token.Value}'.");
        });
        return option;
    }
}
