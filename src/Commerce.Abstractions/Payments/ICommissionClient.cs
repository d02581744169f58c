namespace Commerce.Payments;

/// <summary>A gateway that tells the platform's commissions and gives them back.</summary>
public interface ICommissionClient
{
    /// <summary>Lists commissions, newest first. Safe to repeat.</summary>
    /// <param name="query">Which ones.</param>
    /// <returns>The commissions, page by page.</returns>
    Paged<Commission> ListCommissions(CommissionQuery query);

    /// <summary>Gives a commission back to the seller, in full or in part.</summary>
    /// <param name="request">What is asked for.</param>
    /// <param name="cancellationToken">Stops waiting; the gateway may still act.</param>
    /// <returns>What was given back, or a refusal when nothing or not enough is left.</returns>
    /// <exception cref="CommerceException">A technical failure.</exception>
    Task<Outcome<CommissionRefund>> RefundCommissionAsync(RefundCommissionRequest request, CancellationToken cancellationToken = default);
}
