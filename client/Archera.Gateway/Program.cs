using Archera.Gateway;
using Archera.Gateway.Cluster;
using Archera.Gateway.Health;
using Microsoft.Extensions.Options;

try
{
    var builder = WebApplication.CreateBuilder(args);
    ClusterConfiguration.Check(builder.Configuration);
    builder.UseOrleansClient();
    builder.Services.AddArcheraGateway(builder.Configuration);
    builder.Services.AddSingleton<IReadinessCheck, ClusterCheck>();
    var app = builder.Build();
    app.MapArcheraGateway();
    await app.RunAsync();
    return 0;
}
catch (Exception exception) when (exception is OptionsValidationException or InvalidOperationException)
{
    await Console.Error.WriteLineAsync($"Archera.Gateway can't start: {exception.Message}");
    return 2;
}
