using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Commerce.Marketplaces;

namespace Commerce.Agents.Domain.Marketplaces;

/// <summary>Tells whether an order changed in anything that matters; its time of change does not.</summary>
internal static class OrderFingerprint
{
    internal static string Of(MarketplaceOrder order)
    {
        var text = new StringBuilder();
        Add(order.State.Value);
        Add(order.VendorState);
        Add(order.IsCancellationRequested ? "1" : "0");
        Add(order.HasIncident ? "1" : "0");
        Add(order.Amounts?.Total.ToString());
        foreach (var line in order.Lines)
        {
            Add(line.Id.Value);
            Add(line.Sku?.Value);
            Add(line.Quantity.ToString(CultureInfo.InvariantCulture));
            Add(line.CancelledQuantity.ToString(CultureInfo.InvariantCulture));
            Add(line.VendorState);
            Add(line.GoodsPrice?.ToString());
            Add(line.FulfilledBy.Value);
            Add(line.IsCancellationRequested ? "1" : "0");
        }

        if (order.ShipTo is { } to)
        {
            Add(to.Contact.Name);
            Add(to.Address.PostalCode);
            Add(to.Address.City);
            Add(to.Address.Country.ToString());
            foreach (var line in to.Address.EnumerateLines())
            {
                Add(line);
            }
        }

        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));

        void Add(string? value) => text.Append(value).Append('\u001F');
    }
}
