namespace Commerce.Payments;

/// <summary>A gateway that saves payment methods without a payment.</summary>
public interface IMethodSetupClient
{
    /// <summary>Begins to save a method and, when asked so, confirms it.</summary>
    /// <param name="request">What is asked for.</param>
    /// <param name="cancellationToken">Stops waiting; the gateway may still act.</param>
    /// <returns>The setup, or a refusal; a declined one is a <see cref="Decline"/>.</returns>
    /// <exception cref="CommerceException">A technical failure.</exception>
    Task<Outcome<MethodSetup>> CreateMethodSetupAsync(CreateMethodSetupRequest request, CancellationToken cancellationToken = default);

    /// <summary>Confirms a setup that waits for a method or for confirmation.</summary>
    /// <param name="request">What is asked for.</param>
    /// <param name="cancellationToken">Stops waiting; the gateway may still act.</param>
    /// <returns>The setup, or a refusal; a declined one is a <see cref="Decline"/>.</returns>
    /// <exception cref="CommerceException">A technical failure.</exception>
    Task<Outcome<MethodSetup>> ConfirmMethodSetupAsync(ConfirmMethodSetupRequest request, CancellationToken cancellationToken = default);

    /// <summary>Reads a setup. Safe to repeat.</summary>
    /// <param name="setupId">The setup.</param>
    /// <param name="seller">The seller on whose account it is; the client's own account when not given.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The setup, or <see langword="null"/> when it is not known.</returns>
    /// <exception cref="CommerceException">A technical failure.</exception>
    Task<MethodSetup?> FindMethodSetupAsync(
        MethodSetupId setupId, ConnectedAccountId? seller = null, CancellationToken cancellationToken = default);

    /// <summary>Gives a setup up.</summary>
    /// <param name="key">The caller's name of this step, sent as the idempotency key.</param>
    /// <param name="setupId">The setup.</param>
    /// <param name="seller">The seller on whose account it is; the client's own account when not given.</param>
    /// <param name="cancellationToken">Stops waiting; the gateway may still act.</param>
    /// <returns>The setup, or a refusal when the method is saved already.</returns>
    /// <exception cref="CommerceException">A technical failure.</exception>
    Task<Outcome<MethodSetup>> CancelMethodSetupAsync(
        OperationKey key, MethodSetupId setupId, ConnectedAccountId? seller = null, CancellationToken cancellationToken = default);
}
