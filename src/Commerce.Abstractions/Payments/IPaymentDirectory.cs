namespace Commerce.Payments;

/// <summary>A gateway that lists payments.</summary>
public interface IPaymentDirectory
{
    /// <summary>Lists payments, newest first. Safe to repeat.</summary>
    /// <param name="query">Which ones.</param>
    /// <returns>The payments, page by page.</returns>
    Paged<Payment> ListPayments(PaymentQuery query);

    /// <summary>Lists the refunds of a payment, newest first. Safe to repeat.</summary>
    /// <param name="paymentId">The payment.</param>
    /// <returns>The refunds, page by page.</returns>
    Paged<Refund> ListRefunds(GatewayPaymentId paymentId);
}
