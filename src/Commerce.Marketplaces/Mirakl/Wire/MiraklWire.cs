using Commerce.Http;
using System.Text.Json.Serialization;

namespace Commerce.Marketplaces.Mirakl.Wire;

internal sealed record MiraklOrders(IReadOnlyList<MiraklOrder>? Orders, long? TotalCount);

internal sealed record MiraklOrder
{
    public string? OrderId { get; init; }

    public string? CommercialId { get; init; }

    public string? OrderState { get; init; }

    public DateTimeOffset? CreatedDate { get; init; }

    public DateTimeOffset? LastUpdatedDate { get; init; }

    public DateTimeOffset? ShippingDeadline { get; init; }

    public string? CurrencyIsoCode { get; init; }

    public string? OrderTaxMode { get; init; }

    public decimal? Price { get; init; }

    public decimal? ShippingPrice { get; init; }

    public decimal? TotalPrice { get; init; }

    public decimal? TotalCommission { get; init; }

    public string? ShippingTypeCode { get; init; }

    public string? ShippingPudoId { get; init; }

    public string? ShippingTracking { get; init; }

    public string? ShippingTrackingUrl { get; init; }

    public string? ShippingCarrierCode { get; init; }

    public string? ShippingCompany { get; init; }

    public bool? HasIncident { get; init; }

    public bool? FullyRefunded { get; init; }

    public MiraklCustomer? Customer { get; init; }

    public string? CustomerNotificationEmail { get; init; }

    public IReadOnlyList<MiraklOrderLine>? OrderLines { get; init; }
}

internal sealed record MiraklCustomer
{
    public string? CustomerId { get; init; }

    public string? Firstname { get; init; }

    public string? Lastname { get; init; }

    public string? Locale { get; init; }

    public MiraklAddress? ShippingAddress { get; init; }

    public MiraklAddress? BillingAddress { get; init; }
}

internal sealed record MiraklAddress
{
    public string? Firstname { get; init; }

    public string? Lastname { get; init; }

    public string? Company { get; init; }

    [JsonPropertyName("street_1")]
    public string? Street1 { get; init; }

    [JsonPropertyName("street_2")]
    public string? Street2 { get; init; }

    public string? ZipCode { get; init; }

    public string? City { get; init; }

    public string? State { get; init; }

    public string? CountryIsoCode { get; init; }

    public string? Phone { get; init; }

    public string? AdditionalInfo { get; init; }
}

internal sealed record MiraklOrderLine
{
    public string? OrderLineId { get; init; }

    public string? OrderLineState { get; init; }

    public string? OfferSku { get; init; }

    public string? ProductSku { get; init; }

    public string? ProductTitle { get; init; }

    public int? Quantity { get; init; }

    public decimal? PriceUnit { get; init; }

    public decimal? Price { get; init; }

    public decimal? ShippingPrice { get; init; }

    public decimal? TotalCommission { get; init; }

    public IReadOnlyList<MiraklTax>? Taxes { get; init; }

    public IReadOnlyList<MiraklTax>? ShippingTaxes { get; init; }

    public IReadOnlyList<MiraklPart>? Cancelations { get; init; }

    public IReadOnlyList<MiraklPart>? Refunds { get; init; }
}

internal sealed record MiraklTax(string? Code, decimal? Amount);

internal sealed record MiraklPart(
    string? Id, string? State, decimal? Amount, decimal? ShippingAmount, int? Quantity, IReadOnlyList<MiraklTax>? Taxes, IReadOnlyList<MiraklTax>? ShippingTaxes);

internal sealed record MiraklAcceptance(IReadOnlyList<MiraklLineAcceptance> OrderLines);

internal sealed record MiraklLineAcceptance(string Id, bool Accepted);

internal sealed record MiraklTracking
{
    public string? CarrierCode { get; init; }

    public string? CarrierName { get; init; }

    public string? CarrierUrl { get; init; }

    public string? TrackingUrl { get; init; }

    public string? TrackingNumber { get; init; }
}

internal sealed record MiraklShipments(IReadOnlyList<MiraklShipment> Shipments);

internal sealed record MiraklShipment
{
    public required string OrderId { get; init; }

    public required IReadOnlyList<MiraklShipmentLine> ShipmentLines { get; init; }

    public bool Shipped { get; init; } = true;

    public required MiraklTracking Tracking { get; init; }
}

internal sealed record MiraklShipmentLine(string OrderLineId, int Quantity);

internal sealed record MiraklShipmentAnswer
{
    public IReadOnlyList<MiraklShipmentError>? ShipmentErrors { get; init; }

    public IReadOnlyList<MiraklShipmentDone>? ShipmentSuccess { get; init; }
}

internal sealed record MiraklShipmentError(string? Message, string? OrderId);

internal sealed record MiraklShipmentDone
{
    public string? Id { get; init; }

    public string? OrderId { get; init; }

    public string? Status { get; init; }

    public MiraklKnownTracking? Tracking { get; init; }
}

internal sealed record MiraklKnownTracking(string? TrackingNumber);

internal sealed record MiraklShipmentList
{
    public IReadOnlyList<MiraklShipmentDone>? Data { get; init; }

    public string? NextPageToken { get; init; }
}

internal sealed record MiraklImport(string? ImportId);

internal sealed record MiraklImportStatus
{
    public string? ImportId { get; init; }

    public string? Status { get; init; }

    public bool? HasErrorReport { get; init; }

    public int? LinesInSuccess { get; init; }

    public int? LinesInError { get; init; }

    public string? ReasonStatus { get; init; }
}

internal sealed record MiraklPricingImports(IReadOnlyList<MiraklImportStatus>? Data);

internal sealed record MiraklOffers(IReadOnlyList<MiraklOffer>? Offers, long? TotalCount);

internal sealed record MiraklOffer
{
    public string? OfferId { get; init; }

    public string? ShopSku { get; init; }

    public string? ProductSku { get; init; }

    public string? ProductTitle { get; init; }

    public string? StateCode { get; init; }

    public bool? Active { get; init; }

    public IReadOnlyList<string>? InactivityReasons { get; init; }

    public int? Quantity { get; init; }

    public decimal? Price { get; init; }

    public string? CurrencyIsoCode { get; init; }
}

internal sealed record MiraklCarriers(IReadOnlyList<MiraklCarrier>? Carriers);

internal sealed record MiraklCarrier(string? Code, string? Label, string? StandardCode, string? TrackingUrl);

internal sealed record MiraklThreads(IReadOnlyList<MiraklThread>? Data, string? NextPageToken);

internal sealed record MiraklThread
{
    public string? Id { get; init; }

    public DateTimeOffset? DateCreated { get; init; }

    public DateTimeOffset? DateUpdated { get; init; }

    public IReadOnlyList<MiraklEntity>? Entities { get; init; }

    public MiraklTopic? Topic { get; init; }

    public MiraklThreadMetadata? Metadata { get; init; }

    public IReadOnlyList<MiraklMessage>? Messages { get; init; }

    public IReadOnlyList<MiraklParticipant>? AuthorizedParticipants { get; init; }
}

internal sealed record MiraklEntity(string? Type, string? Id);

internal sealed record MiraklTopic(string? Type, string? Value);

internal sealed record MiraklThreadMetadata(DateTimeOffset? ShopReplyNeededSince);

internal sealed record MiraklMessage
{
    public string? Id { get; init; }

    public string? Body { get; init; }

    public DateTimeOffset? DateCreated { get; init; }

    public MiraklParticipant? From { get; init; }

    public IReadOnlyList<MiraklAttachment>? Attachments { get; init; }
}

internal sealed record MiraklParticipant(string? Type, string? Id = null);

internal sealed record MiraklAttachment(string? Id);

internal sealed record MiraklMessageInput(string Body, IReadOnlyList<MiraklParticipant> To);

internal sealed record MiraklThreadInput(string Body, IReadOnlyList<string> To, MiraklTopic Topic);

internal sealed record MiraklSent(string? MessageId, string? ThreadId);

internal sealed record MiraklErrorBody
{
    public string? Message { get; init; }

    public IReadOnlyList<MiraklErrorEntry>? Errors { get; init; }
}

internal sealed record MiraklErrorEntry(string? Code, string? Field, string? Message);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    NumberHandling = JsonNumberHandling.AllowReadingFromString,
    Converters = [typeof(TextOrNumberConverter)])]
[JsonSerializable(typeof(MiraklOrders))]
[JsonSerializable(typeof(MiraklAcceptance))]
[JsonSerializable(typeof(MiraklTracking))]
[JsonSerializable(typeof(MiraklShipments))]
[JsonSerializable(typeof(MiraklShipmentAnswer))]
[JsonSerializable(typeof(MiraklShipmentList))]
[JsonSerializable(typeof(MiraklImport))]
[JsonSerializable(typeof(MiraklImportStatus))]
[JsonSerializable(typeof(MiraklPricingImports))]
[JsonSerializable(typeof(MiraklOffers))]
[JsonSerializable(typeof(MiraklCarriers))]
[JsonSerializable(typeof(MiraklThreads))]
[JsonSerializable(typeof(MiraklThread))]
[JsonSerializable(typeof(MiraklMessageInput))]
[JsonSerializable(typeof(MiraklThreadInput))]
[JsonSerializable(typeof(MiraklSent))]
[JsonSerializable(typeof(MiraklErrorBody))]
[JsonSerializable(typeof(MiraklCancellations))]
[JsonSerializable(typeof(MiraklRefunds))]
[JsonSerializable(typeof(MiraklReasons))]
[JsonSerializable(typeof(MiraklIncidentReason))]
[JsonSerializable(typeof(MiraklDocumentInput))]
[JsonSerializable(typeof(MiraklDocumentAnswer))]
[JsonSerializable(typeof(MiraklReturns))]
[JsonSerializable(typeof(MiraklReturnActions))]
[JsonSerializable(typeof(MiraklReturnAnswer))]
[JsonSerializable(typeof(MiraklOfferUpserts))]
internal sealed partial class MiraklJson : JsonSerializerContext;
