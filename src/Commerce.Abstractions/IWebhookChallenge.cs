namespace Commerce;

/// <summary>Answers the call by which a vendor checks that an address is ours, before it sends events there.</summary>
/// <remarks>A verifier whose vendor does so implements it too: ask it first, and verify when it has no answer.</remarks>
public interface IWebhookChallenge
{
    /// <summary>Answers a challenge. Needs no network.</summary>
    /// <param name="request">The call as received, with its address.</param>
    /// <returns>What to answer, or <see langword="null"/> when the call is no challenge.</returns>
    WebhookAnswer? Answer(WebhookRequest request);
}
