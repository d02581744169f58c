namespace Commerce.Marketplaces.Cdiscount;

/// <summary>Which field names the order in a request to cancel a whole order. Octopia's public sources contradict each other here.</summary>
public enum CdiscountCancellationField
{
    /// <summary>The order's key goes as <c>orderSellerId</c>, as in cancellations of single lines.</summary>
    OrderSellerId,

    /// <summary>The order's key goes as <c>orderId</c>, as in commercial gestures.</summary>
    OrderId,
}
