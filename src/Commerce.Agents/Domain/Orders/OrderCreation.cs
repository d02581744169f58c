using Commerce.Agents.Domain.Inventory;
using Commerce.Payments;

namespace Commerce.Agents.Domain.Orders;

/// <summary>What is being done to secure an order.</summary>
public sealed record OrderCreation
{
    /// <summary>Gets what to reserve.</summary>
    public IReadOnlyDictionary<Sku, int> Lines { get; init; } = new Dictionary<Sku, int>();

    /// <summary>Gets what to hold; absent for marketplace orders.</summary>
    public Money? Amount { get; init; }

    /// <summary>Gets how to pay.</summary>
    public PaymentMethodToken? Method { get; init; }

    /// <summary>Gets the marketplace account that it comes from.</summary>
    public string? Account { get; init; }

    /// <summary>Gets the marketplace's key.</summary>
    public string? ExternalId { get; init; }

    /// <summary>Gets the day by which it must arrive.</summary>
    public DateOnly? RequiredBy { get; init; }

    /// <summary>Gets where it goes, for the choice of the warehouse; absent while a marketplace has not told it.</summary>
    public WarehouseDestination? ShipTo { get; init; }

    /// <summary>Gets the turn in which the order waits for units that are not there; nothing when it does not wait.</summary>
    public StockTurn? Turn { get; init; }

    /// <summary>Gets what was missing when it began to wait.</summary>
    public IReadOnlyList<StockShortage> Missing { get; init; } = [];

    /// <summary>Gets for what a warehouse was looked for.</summary>
    public WarehouseOrder? Asked { get; init; }

    /// <summary>Gets a value indicating whether it is being looked whether an order that waits can leave from elsewhere.</summary>
    public bool IsReplanning { get; init; }

    /// <summary>Gets a value indicating whether nothing is to be paid.</summary>
    public bool IsFree { get; init; }

    /// <summary>Gets a value indicating whether the money is safe: held, or taken by the marketplace.</summary>
    public bool IsPaid { get; init; }

    /// <summary>Gets a value indicating whether the order was cancelled: what comes later changes nothing.</summary>
    public bool IsOver { get; init; }

    /// <summary>Gets where a marketplace's order goes, once it was told.</summary>
    public Party? Released { get; init; }

    /// <summary>Gets what is still to be found out before stock is asked for.</summary>
    public IReadOnlyList<OrderCheck> Open { get; init; } = [];

    /// <summary>Gets why the order waits.</summary>
    public IReadOnlyList<string> Holds { get; init; } = [];

    /// <summary>Gets from where it leaves; all from the main warehouse when empty.</summary>
    public IReadOnlyList<OrderPart> Parts { get; init; } = [];
}
