namespace Commerce.Http.Pipeline;

/// <summary>Ends the whole call when its time is up, waits and retries included.</summary>
internal sealed class DeadlineHandler(VendorAccount account) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var state = CallState.Of(request);
        var budget = account.Profile.Options.Timeout;
        state.Deadline = account.Clock.GetUtcNow() + budget;
        using var deadline = new CancellationTokenSource(budget, account.Clock);
        using var linked = cancellationToken.CanBeCanceled ? CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token) : null;
        try
        {
            return await base.SendAsync(request, (linked ?? deadline).Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw account.Failure(
                CommerceErrorKind.Unavailable,
                state.Operation,
                state.Attempts == 0
                    ? $"{budget.TotalSeconds:0.###} s were over before it was sent; nothing happened."
                    : $"no answer within {budget.TotalSeconds:0.###} s and {state.Attempts} attempts; what was asked may have happened.",
                exception,
                wasNeverSent: state.Attempts == 0);
        }
    }
}
