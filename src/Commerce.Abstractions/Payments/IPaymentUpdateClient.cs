namespace Commerce.Payments;

/// <summary>A gateway that changes payments before they are done.</summary>
public interface IPaymentUpdateClient
{
    /// <summary>Changes a payment. What is not given stays.</summary>
    /// <param name="request">What is asked for.</param>
    /// <param name="cancellationToken">Stops waiting; the gateway may still act.</param>
    /// <returns>The payment, or a refusal when it is too late for the change.</returns>
    /// <exception cref="CommerceException">A technical failure.</exception>
    Task<Outcome<Payment>> UpdatePaymentAsync(UpdatePaymentRequest request, CancellationToken cancellationToken = default);
}
