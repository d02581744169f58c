namespace Commerce.Samples.Platform.Api;

/// <summary>An amount.</summary>
internal sealed record MoneyView(decimal Amount, string Currency)
{
    internal static MoneyView Of(Money money) => new(money.Amount, money.Currency.Code);

    internal static MoneyView? Of(Money? money) => money is { } known ? Of(known) : null;
}

/// <summary>The sums of an order.</summary>
internal sealed record TotalsView(MoneyView Goods, MoneyView Discount, MoneyView Shipping, MoneyView Tax, MoneyView Total);

/// <summary>A line of an order.</summary>
internal sealed record LineView(string Sku, string Title, int Quantity, MoneyView UnitPrice, MoneyView Net, MoneyView Tax);

/// <summary>What of an order leaves a warehouse together.</summary>
internal sealed record ShipmentView(int Part, string Warehouse, IReadOnlyDictionary<string, int> Lines, string? Carrier, string? TrackingNumber, string? Status);

/// <summary>Something that happened to an order.</summary>
internal sealed record EventView(DateTimeOffset At, string Status, string What);

/// <summary>An order.</summary>
internal sealed record OrderView(
    Guid Id, string Number, string Channel, string Customer, string Status, IReadOnlyList<LineView> Lines, TotalsView Totals, MoneyView? Authorized, MoneyView? Captured,
    IReadOnlyList<string> Holds, IReadOnlyList<string> Tags, IReadOnlyList<ShipmentView> Shipments, IReadOnlyList<EventView> Timeline);

/// <summary>An order that was placed.</summary>
internal sealed record PlacedView(Guid Id, string Number, TotalsView Totals);

/// <summary>What an order would cost.</summary>
internal sealed record QuoteView(TotalsView Totals);

/// <summary>An order in a list.</summary>
internal sealed record OrderRowView(Guid Id, string Number, string Channel, string Customer, string Status, MoneyView Total, DateTimeOffset PlacedAt, IReadOnlyList<string> Tags);

/// <summary>A page of a list.</summary>
internal sealed record PageView<T>(IReadOnlyList<T> Items, int Total);

/// <summary>The stock of a product in a warehouse.</summary>
internal sealed record StockView(string Sku, string Warehouse, int OnHand, int Reserved, int Available, string Status);

/// <summary>A decision of an agent with its parts and its reason.</summary>
internal sealed record DecisionView(string Kind, string Subject, DateTimeOffset At, string Outcome, decimal Score, IReadOnlyList<PartView> Parts, string Reason);

/// <summary>What counted in a decision, and how much.</summary>
internal sealed record PartView(string Name, decimal Value, decimal? Weight);
