using Commerce.Agents;

namespace Commerce.Benchmarks.Chaos;

/// <summary>The command of the driver: the next order of a customer.</summary>
internal sealed record PlaceOrder(string Customer, int Sequence, string OrderId, string Sku) : IMessage;

/// <summary>Tells that an order came in, in the order of the customer's commands.</summary>
internal sealed record OrderSeen(string Customer, int Sequence) : IMessage;

internal sealed record OpenOrder(string OrderId, string Customer, string Sku) : IMessage;

internal sealed record ReserveStock(string Sku, string OrderId) : IMessage;

internal sealed record StockReserved(string OrderId) : IMessage;

internal sealed record StockRefused(string OrderId) : IMessage;

internal sealed record TakeStock(string Sku, string OrderId) : IMessage;

internal sealed record ReleaseStock(string Sku, string OrderId) : IMessage;

/// <summary>The timer of an order that nobody decided.</summary>
internal sealed record OrderExpired(string OrderId) : IMessage;

/// <summary>Tells how an order ended.</summary>
internal sealed record OrderDecided(string OrderId, string Customer, string Sku, string Status) : IMessage;
