namespace Commerce.Samples.Worker.Shop;

/// <summary>Where an order is.</summary>
public enum OrderStatus
{
    None,
    Pending,
    Confirmed,
    Rejected,
}
