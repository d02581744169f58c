namespace Commerce;

/// <summary>Takes a vendor's calls: verifies each, and hands each event over once, however often it is sent. Safe for many threads.</summary>
/// <typeparam name="TEvent">The vendor-neutral event.</typeparam>
public sealed class WebhookReceiver<TEvent>
    where TEvent : class
{
    private static readonly TimeSpan ClaimTime = TimeSpan.FromMinutes(5);

    private readonly IWebhookVerifier<TEvent> _verifier;
    private readonly IWebhookReplayStore _store;
    private readonly string _source;
    private readonly Func<TEvent, string> _idOf;
    private readonly TimeProvider _clock;

    /// <summary>Creates a receiver.</summary>
    /// <param name="verifier">Proves that a call is genuine.</param>
    /// <param name="store">Remembers what was handled.</param>
    /// <param name="source">The vendor and the account: keys of one do not meet those of another. 1 to 200 characters.</param>
    /// <param name="idOf">Finds the vendor's key of an event.</param>
    /// <param name="clock">Tells the time.</param>
    public WebhookReceiver(IWebhookVerifier<TEvent> verifier, IWebhookReplayStore store, string source, Func<TEvent, string> idOf, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(verifier);
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(idOf);
        ArgumentNullException.ThrowIfNull(clock);
        (_verifier, _store, _source, _idOf, _clock) = (verifier, store, Guard.Text(source, 200, nameof(source)), idOf, clock);
    }

    /// <summary>Gets how long handled calls are remembered: longer than any vendor goes on sending one.</summary>
    /// <value>The default is 30 days; 1 hour or more.</value>
    public TimeSpan Memory
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, TimeSpan.FromHours(1));
            field = value;
        }
    } = TimeSpan.FromDays(30);

    /// <summary>Takes a call.</summary>
    /// <param name="request">The call as received.</param>
    /// <param name="handle">Handles the event. When it throws, the call counts as not handled and the vendor may send it again.</param>
    /// <param name="cancellationToken">Stops the handling.</param>
    /// <returns>
    /// The event that was handled, or a refusal: those of the verifier; <see cref="RefusalCode.Duplicate"/> for an event that was handled before, to be
    /// answered like a success; <see cref="RefusalCode.Conflict"/> for one that is being handled now, to be answered with 503.
    /// </returns>
    /// <exception cref="CommerceException">The key cannot be fetched now: answer 503, so that the vendor calls again.</exception>
    public async Task<Outcome<TEvent>> ReceiveAsync(
        WebhookRequest request, Func<TEvent, CancellationToken, ValueTask> handle, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(handle);
        var outcome = await _verifier.VerifyAsync(request, cancellationToken).ConfigureAwait(false);
        if (!outcome.TryGet(out var @event, out _))
        {
            return outcome;
        }

        var id = _idOf(@event);
        switch (await _store.ClaimAsync(_source, id, _clock.GetUtcNow() + ClaimTime, cancellationToken).ConfigureAwait(false))
        {
            case WebhookClaim.Done:
                return Outcome.Refused<TEvent>(RefusalCode.Duplicate, "The event was handled before: answer as if it were new, so that it is not sent again.");
            case WebhookClaim.InProgress:
                return Outcome.Refused<TEvent>(RefusalCode.Conflict, "The event is being handled: answer 503, so that it is sent again should that fail.");
            default:
                break;
        }

        try
        {
            await handle(@event, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            await _store.ReleaseAsync(_source, id, CancellationToken.None).ConfigureAwait(false);
            throw;
        }

        await _store.CompleteAsync(_source, id, _clock.GetUtcNow() + Memory, CancellationToken.None).ConfigureAwait(false);
        return outcome;
    }
}
