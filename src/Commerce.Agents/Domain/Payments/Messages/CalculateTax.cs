namespace Commerce.Agents.Domain.Payments;

/// <summary>Asks for the tax of an order. Answered by <see cref="TaxAnswer"/>. Asking again for an order replaces its tax, until a credit note was written.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="ShipTo">The country of delivery.</param>
/// <param name="Lines">The lines, shipping among them.</param>
public sealed record CalculateTax(OrderId OrderId, CountryCode ShipTo, IReadOnlyList<TaxLine> Lines) : IMessage
{
    /// <summary>Gets the seller whose sales are counted together.</summary>
    public string Seller { get; init; } = TaxOptions.DefaultSeller;

    /// <summary>Gets the seller's country; that of the options when not given.</summary>
    public CountryCode? SellerCountry { get; init; }

    /// <summary>Gets the state of delivery, where states have rates of their own.</summary>
    public string? State { get; init; }

    /// <summary>Gets the day of supply; today (UTC) when not given.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>Gets who buys: the shop's key of the customer, for exemptions.</summary>
    public string? Customer { get; init; }

    /// <summary>Gets a value indicating whether the buyer is a business.</summary>
    public bool IsBusiness { get; init; }

    /// <summary>Gets the VAT number of a business. May be personal data.</summary>
    public string? VatNumber { get; init; }

    /// <summary>Gets what was found out about the VAT number already; it is asked about where that is needed and nothing was.</summary>
    public VatNumberCheck? VatNumberCheck { get; init; }

    /// <summary>
    /// Gets a value indicating whether the lines include tax: it is taken out of them. Where none is due, that of the seller's country is taken out and the
    /// buyer pays the rest. Not for sales whose tax a marketplace pays.
    /// </summary>
    public bool PricesIncludeTax { get; init; }

    /// <summary>Gets the marketplace that counts as the seller and pays the tax, if one does.</summary>
    public string? CollectedBy { get; init; }

    /// <summary>
    /// Gets a value indicating whether sales to other member states are taxed there from the first euro on, as a small seller may choose (directive
    /// 2006/112/EC, article 59c (3)).
    /// </summary>
    public bool IsTaxedAtDestination { get; init; }

    /// <summary>Names the order alone: the rest may be personal.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{nameof(CalculateTax)} {OrderId}";
}
