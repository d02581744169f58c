namespace Commerce.Samples.Worker.Shop;

/// <summary>An order.</summary>
public sealed record OrderState
{
    public OrderStatus Status { get; init; }

    public Sku? Sku { get; init; }

    public int Quantity { get; init; }

    public Money? Total { get; init; }

    public string? Reason { get; init; }
}
