namespace Commerce;

/// <summary>Remembers which calls were handled, so that one that comes again is known. Safe for many threads; every method is one step.</summary>
public interface IWebhookReplayStore
{
    /// <summary>Asks to handle a call.</summary>
    /// <param name="source">The vendor and the account.</param>
    /// <param name="id">The vendor's key of the call.</param>
    /// <param name="until">When the claim ends unless it is completed: after a crash the vendor's next call is handled.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>Whether to handle it.</returns>
    ValueTask<WebhookClaim> ClaimAsync(string source, string id, DateTimeOffset until, CancellationToken cancellationToken = default);

    /// <summary>Tells that a claimed call was handled.</summary>
    /// <param name="source">The vendor and the account.</param>
    /// <param name="id">The vendor's key of the call.</param>
    /// <param name="until">Until when it is remembered.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>A task that ends when it is kept.</returns>
    ValueTask CompleteAsync(string source, string id, DateTimeOffset until, CancellationToken cancellationToken = default);

    /// <summary>Gives a claim back, because the handling failed.</summary>
    /// <param name="source">The vendor and the account.</param>
    /// <param name="id">The vendor's key of the call.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>A task that ends when it is forgotten.</returns>
    ValueTask ReleaseAsync(string source, string id, CancellationToken cancellationToken = default);
}
