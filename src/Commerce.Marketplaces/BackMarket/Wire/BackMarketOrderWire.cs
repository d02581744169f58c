using System.Text.Json.Serialization;

namespace Commerce.Marketplaces.BackMarket.Wire;

internal sealed record BackMarketPage<T>(long? Count, string? Next, IReadOnlyList<T>? Results);

internal sealed record BackMarketOrder
{
    public long? OrderId { get; init; }

    public int? State { get; init; }

    public DateTimeOffset? DateCreation { get; init; }

    public DateTimeOffset? DateModification { get; init; }

    public DateTimeOffset? DateShipping { get; init; }

    public DateTimeOffset? ExpectedDispatchDate { get; init; }

    public decimal? Price { get; init; }

    public decimal? ShippingPrice { get; init; }

    public decimal? SalesTaxes { get; init; }

    public string? Currency { get; init; }

    public string? CountryCode { get; init; }

    public bool? IsBackship { get; init; }

    public string? DeliveryMode { get; init; }

    public string? Shipper { get; init; }

    public string? ShipperDisplay { get; init; }

    public string? TrackingNumber { get; init; }

    public string? TrackingUrl { get; init; }

    public BackMarketAddress? ShippingAddress { get; init; }

    public BackMarketAddress? BillingAddress { get; init; }

    public IReadOnlyList<BackMarketOrderLine>? Orderlines { get; init; }
}

/// <summary>An address. The contract writes its members in one way, the answers in another.</summary>
internal sealed record BackMarketAddress
{
    public string? FirstName { get; init; }

    [JsonPropertyName("firstName")]
    public string? ContractFirstName { get; init; }

    public string? LastName { get; init; }

    [JsonPropertyName("lastName")]
    public string? ContractLastName { get; init; }

    public string? Company { get; init; }

    public string? Street { get; init; }

    public string? Street2 { get; init; }

    public string? PostalCode { get; init; }

    [JsonPropertyName("postalCode")]
    public string? ContractPostalCode { get; init; }

    public string? City { get; init; }

    public string? State { get; init; }

    public string? Country { get; init; }

    public string? Phone { get; init; }

    [JsonPropertyName("phoneNumber")]
    public string? ContractPhone { get; init; }

    public string? Email { get; init; }
}

internal sealed record BackMarketOrderLine
{
    public long? Id { get; init; }

    public int? State { get; init; }

    public string? Listing { get; init; }

    public string? Product { get; init; }

    public long? ProductId { get; init; }

    public int? Quantity { get; init; }

    public decimal? Price { get; init; }

    public decimal? ShippingPrice { get; init; }

    public decimal? OrderlineFee { get; init; }

    public decimal? SalesTaxes { get; init; }
}

internal sealed record BackMarketOrderUpdate
{
    public required long OrderId { get; init; }

    public required int NewState { get; init; }

    public string? Sku { get; init; }

    public string? TrackingNumber { get; init; }

    public string? TrackingUrl { get; init; }

    public string? Shipper { get; init; }

    public DateTimeOffset? DateShipping { get; init; }

    public string? Imei { get; init; }

    public string? SerialNumber { get; init; }

    public string? VatType { get; init; }

    public int? ReturnReason { get; init; }

    public string? ReturnMessage { get; init; }
}

internal sealed record BackMarketRefund(long OrderlinePk, int RefundType, decimal Amount);

/// <summary>The numbers of the piece in a line.</summary>
internal sealed record BackMarketNumbers(string? Imei, string? SerialNumber);
