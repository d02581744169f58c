namespace Commerce.Agents.Domain.Payments;

/// <summary>Takes an exemption back from today (UTC) on. Answered by <see cref="Answer"/>.</summary>
/// <param name="ExemptionId">The exemption.</param>
/// <param name="Reason">Why: 1 to 500 characters, no personal data.</param>
public sealed record RevokeExemption(Guid ExemptionId, string Reason) : IMessage
{
    /// <summary>Gets the seller whose sales are counted together.</summary>
    public string Seller { get; init; } = TaxOptions.DefaultSeller;
}
