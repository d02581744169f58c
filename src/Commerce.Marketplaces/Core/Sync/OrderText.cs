using System.Buffers;
using System.Runtime.InteropServices;

namespace Commerce.Marketplaces.Sync;

/// <summary>Everything of an order that matters, one value after the other, each ended by a mark that no value holds.</summary>
internal sealed class OrderText
{
    private readonly ArrayBufferWriter<char> _text = new(1024);

    internal ReadOnlySpan<byte> Bytes => MemoryMarshal.AsBytes(_text.WrittenSpan);

    internal void Add(MarketplaceOrder order)
    {
        Add(order.Marketplace.Value);
        Add(order.Id.Value);
        Add(order.CommercialId);
        Add(order.State.Value);
        Add(order.VendorState);
        Add(order.IsCancellationRequested);
        Add(order.HasIncident);
        Add(order.AcceptBy);
        Add(order.ShipBy);
        Add(order.PricesIncludeTax);
        Add(order.PickupPointId);
        Add(order.ShippingMethod);
        Add(order.Amounts);
        Add(order.Lines.Count);
        foreach (var line in order.Lines)
        {
            Add(line);
        }

        Add(order.Buyer);
        Add(order.ShipTo);
        Add(order.BillTo);
        Add(order.Parcels.Count);
        foreach (var parcel in order.Parcels)
        {
            Add(parcel);
        }
    }

    private void Add(OrderAmounts? amounts)
    {
        Add(amounts?.Goods);
        Add(amounts?.Shipping);
        Add(amounts?.Tax);
        Add(amounts?.Total);
        Add(amounts?.Commission);
    }

    private void Add(MarketplaceOrderLine line)
    {
        Add(line.Id.Value);
        Add(line.Sku?.Value);
        Add(line.VendorProductId);
        Add(line.Title);
        Add(line.Quantity);
        Add(line.CancelledQuantity);
        Add(line.UnitPrice);
        Add(line.GoodsPrice);
        Add(line.Shipping);
        Add(line.Tax);
        Add(line.Taxes);
        Add(line.ShippingTaxes);
        Add(line.Commission);
        Add(line.Refunded);
        Add(line.VendorState);
        Add(line.FulfilledBy.Value);
        Add(line.IsCancellationRequested);
    }

    private void Add(MarketplaceBuyer? buyer)
    {
        Add(buyer?.Id);
        Add(buyer?.Name);
        Add(buyer?.Email?.Value);
        Add(buyer?.Locale);
    }

    private void Add(Party? party)
    {
        Add(party?.Contact.Name);
        Add(party?.Contact.Company);
        Add(party?.Contact.Phone?.ToString());
        Add(party?.Contact.Email?.ToString());
        Add(party?.Address.Line1);
        Add(party?.Address.Line2);
        Add(party?.Address.Line3);
        Add(party?.Address.PostalCode);
        Add(party?.Address.City);
        Add(party?.Address.Region);
        Add(party?.Address.Country.ToString());
    }

    private void Add(MarketplaceParcel parcel)
    {
        Add(parcel.Key);
        Add(parcel.TrackingNumber);
        Add(parcel.CarrierCode);
        Add(parcel.CarrierName);
        Add(parcel.VendorState);
        Add(parcel.Lines.Count);
        foreach (var line in parcel.Lines)
        {
            Add(line.LineId.Value);
            Add(line.Quantity);
        }
    }

    // A dictionary has no order of its own: the codes give one.
    private void Add(IReadOnlyDictionary<string, Money> taxes)
    {
        Add(taxes.Count);
        if (taxes.Count == 0)
        {
            return;
        }

        foreach (var (code, amount) in taxes.OrderBy(static tax => tax.Key, StringComparer.Ordinal))
        {
            Add(code);
            Add(amount);
        }
    }

    private void Add(Money? money)
    {
        if (money is { } value)
        {
            Format(value.Amount);
            Add(value.Currency.Code);
        }
        else
        {
            Add((string?)null);
        }
    }

    private void Add(DateTimeOffset? time)
    {
        if (time is { } value)
        {
            Format(value.UtcTicks);
        }

        Add((string?)null);
    }

    private void Add(bool? value) => Add(value is null ? null : value.Value ? "1" : "0");

    private void Add(int value)
    {
        Format(value);
        Add((string?)null);
    }

    private void Add(string? value)
    {
        _text.Write(value);
        _text.Write("\u001F");
    }

    // 19.90 and 19.9 are the same money.
    private void Format(decimal value) => Format<decimal>(value / 1.0000000000000000000000000000m);

    private void Format<T>(T value)
        where T : ISpanFormattable
    {
        value.TryFormat(_text.GetSpan(64), out var written, default, null);
        _text.Advance(written);
    }
}
