using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Commerce.Http.Pipeline;

/// <summary>One line for each attempt: names, status and time, never an address, a header or a body; and the vendor's own advice, once.</summary>
internal sealed class LoggingHandler(VendorAccount account) : DelegatingHandler
{
    // More different words than these are no advice any more.
    private const int MaxNotices = 100;

    private readonly ConcurrentDictionary<string, bool> _notices = new(StringComparer.Ordinal);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var state = CallState.Of(request);
        state.Attempts++;
        var response = await (account.Logger.IsEnabled(LogLevel.Debug)
            ? LogAsync(request, state, cancellationToken)
            : base.SendAsync(request, cancellationToken)).ConfigureAwait(false);
        Notice(response, state);
        return response;
    }

    private async Task<HttpResponseMessage> LogAsync(HttpRequestMessage request, CallState state, CancellationToken cancellationToken)
    {
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

    private void Notice(HttpResponseMessage response, CallState state)
    {
        if (account.Profile.NoticeHeader is { } header && response.Headers.TryGetValues(header, out var values)
            && account.Redactor.Redact(string.Join(' ', values)) is { Length: > 0 } words && _notices.Count < MaxNotices && _notices.TryAdd(words, true))
        {
            account.Logger.Noticed(account.Profile.Vendor, state.Operation.Name, account.Name, words);
        }
    }
}
