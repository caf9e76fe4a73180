using System.Net;
using System.Net.Sockets;
using Archera.Aws.Calls;
using Archera.Contracts.Time;
using Archera.Sandbox.Aws.CloudWatch;
using Archera.Sandbox.Aws.Hosting;
using Archera.Sandbox.Aws.Worlds.Focus;
using Archera.Sandbox.DataDirectory;
using Archera.Sandbox.Options;
using Archera.Silo;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging.Console;

namespace Archera.Sandbox.Hosting;

/// <summary>The whole product and the AWS it reads, running in this process.</summary>
internal sealed class SandboxSystem : IAsyncDisposable
{
    private readonly WebApplication _silo;

    private SandboxSystem(SimulatedAws aws, WebApplication silo, HistoryWindow window)
    {
        Aws = aws;
        _silo = silo;
        Window = window;
        Gateway = new HttpClient { BaseAddress = new Uri(silo.Urls.First()) };
        AwsControl = new HttpClient { BaseAddress = aws.Endpoint };
    }

    internal SimulatedAws Aws { get; }

    internal HistoryWindow Window { get; }

    internal HttpClient Gateway { get; }

    internal HttpClient AwsControl { get; }

    internal AwsCallTotals OwnCalls => _silo.Services.GetRequiredService<AwsCallMeter>().Totals;

    internal long SimulatedCalls => Aws.Calls.Rows().Sum(row => row.Sent);

    internal string OperatorKey => _silo.Configuration["Operator:Key"]
        ?? throw new InvalidOperationException("The silo has no operator key.");

    internal static async Task<SandboxSystem> StartAsync(
        SandboxOptions options,
        SandboxDirectory directory,
        SandboxWorld world,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        RequireFree(options.AwsPort, "--aws-port");
        RequireFree(options.Port, "--port");
        var aws = await StartAwsAsync(options, directory, world, time, cancellationToken);
        try
        {
            var window = WindowOf(options, world, aws.Clock.Today);
            var silo = CreateSilo(SiloSettings.For(options, directory, aws, window), aws, time);
            // Not to be interrupted: a silo that has half started can't be stopped cleanly, and it starts in seconds.
            await silo.StartAsync(CancellationToken.None);
            return new SandboxSystem(aws, silo, window);
        }
        catch
        {
            await aws.DisposeAsync();
            throw;
        }
    }

    private static async Task<SimulatedAws> StartAwsAsync(
        SandboxOptions options,
        SandboxDirectory directory,
        SandboxWorld world,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        try
        {
            return await SimulatedAws.StartAsync(
                new SimulatedAwsOptions
                {
                    Port = options.AwsPort,
                    Seed = options.Seed,
                    Today = world.Today,
                    World = world.World,
                    DataDirectory = directory.Aws,
                    ThrottleShare = options.Throttle,
                    CloudWatch = new CloudWatchOptions { Folder = options.CloudWatch },
                    TimeProvider = time,
                },
                cancellationToken);
        }
        catch (Exception exception) when (exception is ArgumentException or FocusFormatException)
        {
            throw new SandboxException(exception.Message, exception);
        }
    }

    public async ValueTask DisposeAsync()
    {
        Gateway.Dispose();
        AwsControl.Dispose();
        await _silo.StopAsync(CancellationToken.None);
        await _silo.DisposeAsync();
        await Aws.DisposeAsync();
    }

    private static HistoryWindow WindowOf(SandboxOptions options, SandboxWorld world, DateOnly today)
    {
        var firstCharge = world.World.FirstChargeDay ?? today;
        var standard = world.FromFiles.Count == 0 ? History.DefaultDays(today) : History.DaysSince(firstCharge, today);
        return new HistoryWindow(today, options.Days ?? standard);
    }

    private static WebApplication CreateSilo(
        Dictionary<string, string?> settings, SimulatedAws aws, TimeProvider time)
    {
        var clock = new BillingClock(time, aws.Clock.Offset);
        aws.Clock.Moved += clock.MoveOn;
        return SiloApplication.Create([], settings, builder =>
        {
            builder.Services.Replace(ServiceDescriptor.Singleton(clock));
            builder.Services.AddSingleton<IHostLifetime, QuietLifetime>();
            // stdout belongs to the table and to the JSON.
            builder.Services.Configure<ConsoleLoggerOptions>(log => log.LogToStandardErrorThreshold = LogLevel.Trace);
        });
    }

    private static void RequireFree(int port, string option)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
        }
        catch (SocketException exception)
        {
            throw new SandboxException(
                $"Port {port} is taken ({exception.SocketErrorCode}). Stop the program that uses it, or choose another "
                + $"port with {option}.",
                exception);
        }
    }
}
