using Archera.Gateway.Accounts;
using Archera.Gateway.Backfill;
using Archera.Gateway.Commitments;
using Archera.Gateway.Costs;
using Archera.Gateway.Documentation;
using Archera.Gateway.Events;
using Archera.Gateway.Health;
using Archera.Gateway.LinkedAccounts;
using Archera.Gateway.Machines;
using Archera.Gateway.Onboarding;
using Archera.Gateway.Operations;
using Archera.Gateway.Problems;
using Archera.Gateway.Quarantine;
using Archera.Gateway.Receipts;
using Archera.Gateway.Reconciliation;
using Archera.Gateway.Requests;
using Archera.Gateway.Tenants;
using Archera.Gateway.Utilization;

namespace Archera.Gateway;

/// <summary>Serves the HTTP API.</summary>
public static class GatewayRoutes
{
    public static WebApplication MapArcheraGateway(this WebApplication app)
    {
        app.Use(SecurityHeaders.Add);
        app.UseExceptionHandler(_ => { });
        app.UseStatusCodePages(context => AnswerBareStatusAsync(context.HttpContext));
        app.UseRouting();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapArcheraHealth();
        app.MapProblems();
        app.MapApiDescription();
        var api = app.MapGroup("/api/v1").AddEndpointFilter(RequestGuard.KnownQueryOnly);
        api.MapTenants();
        api.MapPayerAccounts();
        api.MapBackfill();
        api.MapOnboarding();
        api.MapPermissions();
        api.MapOperations();
        api.MapEvents();
        api.MapQuarantine();
        api.MapReceipts();
        api.MapCosts();
        api.MapReconciliation();
        api.MapUtilization();
        api.MapAccounts();
        api.MapMachines();
        api.MapCommitments();
        return app;
    }

    /// <summary>
    /// Gives the bare statuses of the framework (no route, wrong method) the form of every other problem.
    /// </summary>
    private static Task AnswerBareStatusAsync(HttpContext context)
    {
        var type = context.Response.StatusCode switch
        {
            StatusCodes.Status404NotFound => ProblemCatalogue.NotFound,
            StatusCodes.Status405MethodNotAllowed => ProblemCatalogue.MethodNotAllowed,
            StatusCodes.Status413PayloadTooLarge => ProblemCatalogue.BodyTooLarge,
            StatusCodes.Status415UnsupportedMediaType => ProblemCatalogue.UnsupportedMediaType,
            < 500 => ProblemCatalogue.Invalid,
            _ => ProblemCatalogue.InternalError,
        };
        return new ProblemResult(type).ExecuteAsync(context);
    }
}
