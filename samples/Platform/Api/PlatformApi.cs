using System.Text.Json.Serialization;
using Commerce.Agents;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using OpenTelemetry.Metrics;

namespace Commerce.Samples.Platform.Api;

/// <summary>The HTTP side of the platform.</summary>
internal static class PlatformApi
{
    internal const int MaxBody = 65_536;

    internal static void AddApi(this WebApplicationBuilder builder)
    {
        builder.WebHost.ConfigureKestrel(static kestrel => kestrel.Limits.MaxRequestBodySize = MaxBody);
        builder.Services.Configure<RouteHandlerOptions>(static options => options.ThrowOnBadRequest = true);
        builder.Services.ConfigureHttpJsonOptions(static json => json.SerializerOptions.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow);
        builder.Services.AddSingleton<ApiKeys>();
        builder.Services.AddProblemDetails(static problems => problems.CustomizeProblemDetails = Problems.NamePart);
        builder.Services.AddExceptionHandler<ApiErrors>();
        builder.Services.AddOpenApi();
        builder.Services.AddOpenTelemetry().WithMetrics(static metrics => metrics.AddMeter("Commerce.*").AddMeter("Microsoft.AspNetCore.Hosting").AddPrometheusExporter());
    }

    internal static void MapApi(this WebApplication app)
    {
        app.UseExceptionHandler();
        app.UseStatusCodePages();
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = static check => check.Tags.Contains("live") });
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = static check => check.Tags.Contains("ready") });
        app.MapPrometheusScrapingEndpoint("/metrics");
        app.MapOpenApi();
        app.Use(AuthorizeAsync);
        var api = app.MapGroup("").WithMetadata(new NeedsKey()).ProducesProblem(StatusCodes.Status401Unauthorized);
        api.MapOrders();
        api.MapLookups();
    }

    /// <summary>Asks for the key before anything of the request is read.</summary>
    private static Task AuthorizeAsync(HttpContext http, RequestDelegate next)
    {
        if (http.GetEndpoint()?.Metadata.GetMetadata<NeedsKey>() is null)
        {
            return next(http);
        }

        if (http.RequestServices.GetRequiredService<ApiKeys>().Find(http.Request.Headers[ApiKeys.Header]) is not { } tenant)
        {
            return Problems.WriteAsync(http, StatusCodes.Status401Unauthorized, $"Send your key in the header {ApiKeys.Header}.");
        }

        http.Items[ApiKeys.Header] = tenant;
        return next(http);
    }

    private sealed class NeedsKey;
}
