namespace Commerce.Payments;

/// <summary>A gateway that keeps payment methods of customers.</summary>
public interface ISavedMethodClient
{
    /// <summary>Creates a customer.</summary>
    /// <param name="key">The caller's name of this step, sent as the idempotency key.</param>
    /// <param name="email">The e-mail address.</param>
    /// <param name="cancellationToken">Stops waiting; the gateway may still act.</param>
    /// <returns>The customer's key.</returns>
    /// <exception cref="CommerceException">A technical failure.</exception>
    Task<GatewayCustomerId> CreateCustomerAsync(OperationKey key, EmailAddress? email, CancellationToken cancellationToken = default);

    /// <summary>Lists a customer's methods. Safe to repeat.</summary>
    /// <param name="customer">The customer.</param>
    /// <returns>The methods, page by page.</returns>
    Paged<SavedMethod> ListMethods(GatewayCustomerId customer);

    /// <summary>Removes a method from its customer. Safe to repeat.</summary>
    /// <param name="method">The method.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>A task that ends when it is removed.</returns>
    /// <exception cref="CommerceException">A technical failure.</exception>
    Task RemoveMethodAsync(PaymentMethodToken method, CancellationToken cancellationToken = default);
}
