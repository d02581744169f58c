using System.Diagnostics;
using System.Net;

namespace Commerce.Http.Pipeline;

/// <summary>Waits for a place within the vendor's limits, or fails at once when the deadline comes first.</summary>
internal sealed class RateLimitHandler(VendorAccount account) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var state = CallState.Of(request);
        var own = account.Limits.Find(state.Operation.Limit);
        var all = account.Limits.Find("*");
        if (own is null && all is null)
        {
            return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }

        await WaitAsync(own, state, cancellationToken).ConfigureAwait(false);
        await WaitAsync(all, state, cancellationToken).ConfigureAwait(false);
        var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        var limit = own ?? all!;
        account.Profile.ReadLimit?.Invoke(response.Headers, limit);
        if (response.StatusCode == HttpStatusCode.TooManyRequests)
        {
            limit.Correct(remaining: 0, blockedFor: RetryAfter.Read(response, account.Clock));
        }

        return response;
    }

    private async Task WaitAsync(RateLimitState? limit, CallState state, CancellationToken cancellationToken)
    {
        if (limit is null)
        {
            return;
        }

        if (!limit.TryReserve(state.Remaining(account.Clock), out var wait))
        {
            throw account.Failure(
                CommerceErrorKind.Throttled,
                state.Operation,
                $"the limit \"{limit.Name}\" gives no place for {wait.TotalSeconds:0.###} s, longer than the call may take; nothing was sent.",
                wasNeverSent: true,
                retryAfter: wait);
        }

        if (wait <= TimeSpan.Zero)
        {
            return;
        }

        account.Logger.WaitingForLimit(account.Profile.Vendor, state.Operation.Name, account.Name, limit.Name, wait.TotalMilliseconds);
        Activity.Current?.AddEvent(new ActivityEvent(
            "commerce.limit.wait", tags: new ActivityTagsCollection { ["commerce.limit"] = limit.Name, ["commerce.limit.seconds"] = wait.TotalSeconds }));
        limit.BeginWaiting();
        try
        {
            await Task.Delay(wait, account.Clock, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            limit.GiveBack();
            throw;
        }
        finally
        {
            limit.EndWaiting();
        }
    }
}
