using Commerce.Agents;

namespace Commerce.Samples.Worker.Shop;

/// <summary>Places an order: the same id is the same order, however often it is sent.</summary>
public sealed record PlaceOrder(string OrderId, Sku Sku, int Quantity, Money Total) : IMessage;

/// <summary>Keeps goods for an order, all or nothing.</summary>
public sealed record ReserveStock(Sku Sku, string OrderId, int Quantity) : IMessage;

/// <summary>Tells that goods are kept for an order.</summary>
public sealed record StockReserved(string OrderId) : IMessage;

/// <summary>Tells that there are not enough goods.</summary>
public sealed record StockRefused(string OrderId) : IMessage;

/// <summary>Takes the reserved goods out of the stock: the order is paid.</summary>
public sealed record TakeStock(Sku Sku, string OrderId) : IMessage;

/// <summary>Gives reserved goods back.</summary>
public sealed record ReleaseStock(Sku Sku, string OrderId) : IMessage;

/// <summary>Puts new goods on the shelf.</summary>
public sealed record ReceiveStock(Sku Sku, int Quantity) : IMessage;

/// <summary>The timer of an order that is not decided in time.</summary>
public sealed record ReservationExpired(string OrderId) : IMessage;

/// <summary>Tells everyone that an order is paid.</summary>
public sealed record OrderConfirmed(string OrderId, Sku Sku, int Quantity, Money Total) : IMessage;

/// <summary>Tells everyone that an order came to nothing.</summary>
public sealed record OrderRejected(string OrderId, Sku Sku, string Reason) : IMessage;
