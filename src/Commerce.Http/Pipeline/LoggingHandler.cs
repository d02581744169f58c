using Microsoft.Extensions.Logging;

namespace Commerce.Http.Pipeline;

/// <summary>One line for each attempt: names, status and time, never an address, a header or a body.</summary>
internal sealed class LoggingHandler(VendorAccount account) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var state = CallState.Of(request);
        state.Attempts++;
        if (!account.Logger.IsEnabled(LogLevel.Debug))
        {
            return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }

        var started = account.Clock.GetTimestamp();
        try
        {
            var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
            account.Logger.Answered(
                account.Profile.Vendor, state.Operation.Name, account.Name, (int)response.StatusCode, state.Attempts, account.Clock.GetElapsedTime(started).TotalMilliseconds);
            return response;
        }
        catch (CommerceException exception)
        {
            account.Logger.NotAnswered(
                account.Profile.Vendor, state.Operation.Name, account.Name, exception.Kind, state.Attempts, account.Clock.GetElapsedTime(started).TotalMilliseconds);
            throw;
        }
    }
}
