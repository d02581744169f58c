using Commerce.Carriers;

namespace Commerce.Agents.Domain.Orders;

/// <summary>What is to change in an order; what is absent stays.</summary>
public sealed record OrderChange
{
    internal const string ItemsKind = "items";

    /// <summary>Gets the new products and quantities, all of them.</summary>
    public IReadOnlyDictionary<Sku, int>? Items { get; init; }

    /// <summary>Gets the new address of delivery.</summary>
    public Party? ShipTo { get; init; }

    /// <summary>Gets the new day by which it must arrive.</summary>
    public DateOnly? RequiredBy { get; init; }

    /// <summary>Gets the new priority.</summary>
    public OrderPriority? Priority { get; init; }

    /// <summary>Gets the new wrapping.</summary>
    public GiftOptions? Gift { get; init; }

    /// <summary>Names what changes, without what it changes to: that may be personal.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => string.Join(", ", Kinds());

    internal IEnumerable<string> Kinds()
    {
        if (Items is not null)
        {
            yield return ItemsKind;
        }

        if (ShipTo is not null)
        {
            yield return "address_change";
        }

        if (RequiredBy is not null)
        {
            yield return "delivery_date_change";
        }

        if (Priority is not null)
        {
            yield return "priority_change";
        }

        if (Gift is not null)
        {
            yield return "gift_options_change";
        }
    }
}
