namespace Commerce.Payments;

/// <summary>A gateway that keeps payment methods of customers.</summary>
public interface ISavedMethodClient
{
    /// <summary>Creates a customer.</summary>
    /// <param name="key">The caller's name of this step, sent as the idempotency key.</param>
    /// <param name="email">The e-mail address.</param>
    /// <param name="seller">The seller on whose account it is; the client's own account when not given.</param>
    /// <param name="cancellationToken">Stops waiting; the gateway may still act.</param>
    /// <returns>The customer's key.</returns>
    /// <exception cref="CommerceException">A technical failure.</exception>
    Task<GatewayCustomerId> CreateCustomerAsync(
        OperationKey key, EmailAddress? email, ConnectedAccountId? seller = null, CancellationToken cancellationToken = default);

    /// <summary>Lists a customer's methods. Safe to repeat.</summary>
    /// <param name="customer">The customer.</param>
    /// <param name="seller">The seller on whose account it is; the client's own account when not given.</param>
    /// <returns>The methods, page by page.</returns>
    Paged<SavedMethod> ListMethods(GatewayCustomerId customer, ConnectedAccountId? seller = null);

    /// <summary>Removes a method from its customer. Safe to repeat.</summary>
    /// <param name="method">The method.</param>
    /// <param name="seller">The seller on whose account it is; the client's own account when not given.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>A task that ends when it is removed.</returns>
    /// <exception cref="CommerceException">A technical failure.</exception>
    Task RemoveMethodAsync(PaymentMethodToken method, ConnectedAccountId? seller = null, CancellationToken cancellationToken = default);

    /// <summary>Saves a method with a customer; a gateway may check the card for it. Better is a setup: <see cref="IMethodSetupClient"/>.</summary>
    /// <param name="key">The caller's name of this step, sent as the idempotency key.</param>
    /// <param name="method">The method.</param>
    /// <param name="customer">The customer.</param>
    /// <param name="seller">The seller on whose account it is; the client's own account when not given.</param>
    /// <param name="cancellationToken">Stops waiting; the gateway may still act.</param>
    /// <returns>The method, or a refusal; a declined one is a <see cref="Decline"/>.</returns>
    /// <exception cref="CommerceException">A technical failure.</exception>
    Task<Outcome<SavedMethod>> AttachMethodAsync(
        OperationKey key,
        PaymentMethodToken method,
        GatewayCustomerId customer,
        ConnectedAccountId? seller = null,
        CancellationToken cancellationToken = default);
}
