using Commerce.Payments.Commissions;

namespace Commerce.Agents.Domain.Payments;

/// <summary>What the platform keeps of merchants' sales.</summary>
public sealed class MerchantSettlementOptions
{
    /// <summary>Gets or sets the commissions and fees.</summary>
    /// <value>The default is <see cref="CommissionSchedule.Sample"/>: 15 %, 12 % above 1 000 orders a month, by category 12 to 20 %, 2.5 % a transaction.</value>
    public CommissionSchedule Commission { get; set; } = CommissionSchedule.Sample;

    /// <summary>Gets or sets the time after which a run is repeated for payouts that have no answer.</summary>
    /// <value>The default is 1 hour; 1 minute to 1 day.</value>
    public TimeSpan RetryAfter { get; set; } = TimeSpan.FromHours(1);
}
