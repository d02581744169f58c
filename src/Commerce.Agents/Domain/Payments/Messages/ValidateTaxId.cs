namespace Commerce.Agents.Domain.Payments;

/// <summary>Asks whether a VAT number is valid. Answered by <see cref="TaxIdAnswer"/>.</summary>
/// <param name="VatNumber">The number with its country's prefix. May be personal data.</param>
public sealed record ValidateTaxId(string VatNumber) : IMessage
{
    /// <summary>Gets the seller whose sales are counted together.</summary>
    public string Seller { get; init; } = TaxOptions.DefaultSeller;

    /// <summary>Names the seller alone: the number may be personal.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{nameof(ValidateTaxId)} for {Seller}";
}
