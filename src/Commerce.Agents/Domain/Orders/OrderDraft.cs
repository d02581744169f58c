using Commerce.Payments;

namespace Commerce.Agents.Domain.Orders;

/// <summary>What a buyer orders.</summary>
public sealed record OrderDraft
{
    /// <summary>Gets who buys: the shop's key of the customer, no personal data.</summary>
    public required string Customer { get; init; }

    /// <summary>Gets what is ordered: SKU and quantity, each SKU once.</summary>
    public required IReadOnlyDictionary<Sku, int> Items { get; init; }

    /// <summary>Gets where to ship.</summary>
    public required Party ShipTo { get; init; }

    /// <summary>Gets where to bill; the shipping address when not given.</summary>
    public Party? BillTo { get; init; }

    /// <summary>
    /// Gets the VAT number of a business that buys. Delivered to another member state than the seller's, such a buyer owes the tax itself and pays none, if the
    /// number is found to be valid. May be personal data.
    /// </summary>
    public string? VatNumber { get; init; }

    /// <summary>Gets the payment method.</summary>
    public required PaymentMethodToken PaymentMethod { get; init; }

    /// <summary>Gets the promotion codes that the buyer typed.</summary>
    public IReadOnlyList<string> PromoCodes { get; init; } = [];

    /// <summary>Gets how urgent it is.</summary>
    public OrderPriority Priority { get; init; } = OrderPriority.Normal;

    /// <summary>Gets the network address that it came from, for the fraud check. Personal data.</summary>
    public string? NetworkAddress { get; init; }

    /// <summary>Gets a stable key of the device that it came from, for the fraud check.</summary>
    public string? Device { get; init; }

    /// <summary>Gets the language in which to write to the buyer: <c>fr</c>, <c>fr-CA</c>; English when not given.</summary>
    public string? Language { get; init; }

    /// <summary>Gets a value indicating whether the order waits for units that are not there; without it, it is cancelled then.</summary>
    public bool AllowsBackorder { get; init; }

    /// <summary>Gets the day by which it must arrive.</summary>
    public DateOnly? RequiredBy { get; init; }
}
