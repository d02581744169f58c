namespace Commerce.Payments;

/// <summary>A gateway that raises the amount of held money.</summary>
public interface IAuthorizationClient
{
    /// <summary>Raises what is held to a new total.</summary>
    /// <param name="request">What is asked for.</param>
    /// <param name="cancellationToken">Stops waiting; the gateway may still act.</param>
    /// <returns>The payment, or a refusal when it cannot be raised; a declined raise is a <see cref="Decline"/> and leaves the hold as it was.</returns>
    /// <exception cref="CommerceException">A technical failure.</exception>
    Task<Outcome<Payment>> IncreaseAuthorizationAsync(IncreaseAuthorizationRequest request, CancellationToken cancellationToken = default);
}
