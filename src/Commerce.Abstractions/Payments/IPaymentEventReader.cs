namespace Commerce.Payments;

/// <summary>A gateway that lists its events, for what a webhook missed.</summary>
public interface IPaymentEventReader
{
    /// <summary>Lists events, newest first; gateways keep them for some weeks only. Safe to repeat.</summary>
    /// <param name="query">Which ones.</param>
    /// <returns>The events, page by page.</returns>
    Paged<PaymentEvent> ListEvents(PaymentEventQuery query);
}
