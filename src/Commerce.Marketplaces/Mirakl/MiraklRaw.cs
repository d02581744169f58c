using System.Text.Json;

namespace Commerce.Marketplaces.Mirakl;

/// <summary>Keeps each order's own JSON, cut out of the page as it was received.</summary>
internal static class MiraklRaw
{
    internal static IReadOnlyList<MarketplaceOrder> Attach(IReadOnlyList<MarketplaceOrder> orders, ReadOnlyMemory<byte> body)
    {
        using var document = JsonDocument.Parse(body);
        var raw = document.RootElement.GetProperty("orders");
        return [.. orders.Select((order, index) => order with { Raw = raw[index].GetRawText() })];
    }
}
