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
    /// <param name="seller">The seller on whose account it is; the client's own account when not given.</param>
    /// <returns>The refunds, page by page.</returns>
    Paged<Refund> ListRefunds(GatewayPaymentId paymentId, ConnectedAccountId? seller = null);
}
