using Archera.Gateway;
using Archera.Gateway.Access;
using Archera.Gateway.Cluster;
using Archera.Gateway.Health;
using Microsoft.Extensions.Options;

try
{
    var builder = WebApplication.CreateBuilder(args);
    ClusterConfiguration.Check(builder.Configuration);
    builder.UseOrleansClient(client => client.UseConnectionRetryFilter<ConnectionRetry>());
    builder.Services.AddArcheraGateway(builder.Configuration);
    builder.Services.AddSingleton<IReadinessCheck, ClusterCheck>();
    var app = builder.Build();

    // Checked here it fails in one line; checked by the host it is logged with a stack.
    _ = app.Services.GetRequiredService<IOptions<OperatorOptions>>().Value;
    app.MapArcheraGateway();
    await app.RunAsync();
    return 0;
}
catch (Exception exception)
{
    // An operator needs the first line: what is missing, or what did not answer.
    await Console.Error.WriteLineAsync($"Archera.Gateway can't start: {exception.Message.Split('\n')[0]}");
    return 2;
}
