using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Commerce.Http.Pipeline;

/// <summary>One span and one measurement for each call, whatever happens inside.</summary>
internal sealed class TelemetryHandler(VendorAccount account) : DelegatingHandler
{
    internal const string Source = "Commerce.Http";

    private static readonly ActivitySource Activities = new(Source);
    private static readonly Meter Meter = new(Source);
    private static readonly Histogram<double> Duration = Meter.CreateHistogram<double>(
        "commerce.http.call.duration", "s", "Time of a vendor call, retries and waits included.");

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (!Activities.HasListeners() && !Duration.Enabled)
        {
            return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }

        var state = CallState.Of(request);
        var started = account.Clock.GetTimestamp();
        using var activity = Activities.StartActivity($"{account.Profile.Vendor} {state.Operation.Name}", ActivityKind.Client);
        activity?.SetTag("commerce.vendor", account.Profile.Vendor)
            .SetTag("commerce.operation", state.Operation.Name)
            .SetTag("commerce.account", account.Name)
            .SetTag("http.request.method", request.Method.Method)
            .SetTag("server.address", request.RequestUri?.Host);
        var outcome = "cancelled";
        try
        {
            var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
            outcome = response.IsSuccessStatusCode ? "ok" : "refused";
            activity?.SetTag("http.response.status_code", (int)response.StatusCode);
            return response;
        }
        catch (CommerceException exception)
        {
            outcome = Outcome(exception.Kind);
            activity?.SetStatus(ActivityStatusCode.Error);
            throw;
        }
        finally
        {
            activity?.SetTag("commerce.outcome", outcome).SetTag("http.request.resend_count", Math.Max(0, state.Attempts - 1));
            Duration.Record(
                account.Clock.GetElapsedTime(started).TotalSeconds,
                new TagList
                {
                    { "commerce.vendor", account.Profile.Vendor },
                    { "commerce.operation", state.Operation.Name },
                    { "commerce.account", account.Name },
                    { "commerce.outcome", outcome },
                });
        }
    }

    private static string Outcome(CommerceErrorKind kind) => kind switch
    {
        CommerceErrorKind.Throttled => "throttled",
        CommerceErrorKind.Unavailable => "unavailable",
        CommerceErrorKind.Protocol => "protocol",
        _ => "failed",
    };
}
