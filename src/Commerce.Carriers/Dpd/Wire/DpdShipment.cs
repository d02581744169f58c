using System.Text.Json.Serialization;

namespace Commerce.Carriers.Dpd.Wire;

/// <summary>A shipment of the META-API. Weights are grams in text, sides whole centimetres.</summary>
internal sealed record DpdShipment
{
    public IReadOnlyList<string>? CustomerReferenceNumbers { get; init; }

    public string? CustomerBillingReference { get; init; }

    public string? CustomsReference { get; init; }

    public required string NumberOfParcels { get; init; }

    public required DpdShipmentInfos ShipmentInfos { get; init; }

    public string? SendingDepot { get; init; }

    public string? MpsCompleteDelivery { get; init; }

    public required DpdParty Sender { get; init; }

    public required DpdParty Receiver { get; init; }

    public DpdInternational? International { get; init; }

    public DpdPerson? Person { get; init; }

    public required IReadOnlyList<DpdParcel> Parcel { get; init; }

    public string? PayerType { get; init; }

    public string? ShippingDate { get; init; }
}

internal sealed record DpdShipmentInfos(string ProductCode, string? ServiceCode = null, string? AdditionalServiceCode = null, string? Weight = null);

internal sealed record DpdParty
{
    public DpdAddress? Address { get; init; }

    public DpdContact? Contact { get; init; }

    public DpdCustomer? CustomerInfos { get; init; }

    public DpdLegalEntity? LegalEntity { get; init; }

    public string? PudoId { get; init; }

    public string? VatNumber { get; init; }

    public string? Eori { get; init; }
}

internal sealed record DpdAddress
{
    public string? CompanyName { get; init; }

    public required string Name1 { get; init; }

    public string? Name2 { get; init; }

    public required string Street { get; init; }

    public string? AddressLine2 { get; init; }

    public string? AddressLine3 { get; init; }

    public required string Country { get; init; }

    public string? State { get; init; }

    public required string ZipCode { get; init; }

    public required string City { get; init; }
}

internal sealed record DpdContact(string? ContactPerson, string? Phone1, string? Email);

internal sealed record DpdCustomer(string CustomerAccountNumber, string? CustomerSubAccountNumber = null, [property: JsonPropertyName("customerID")] string? CustomerId = null);

internal sealed record DpdLegalEntity(string BusinessType, string? Eori = null, string? VatNumber = null);

internal sealed record DpdPerson(string PersonalDeliveryType, string? PersonalAuthorizedName);

internal sealed record DpdParcel
{
    public required DpdParcelInfos ParcelInfos { get; init; }

    public string? ParcelRank { get; init; }

    public IReadOnlyList<string>? SenderParcelRefs { get; init; }

    public string? ParcelContent { get; init; }

    public bool? HazardousLimitedQuantities { get; init; }

    public DpdInsurance? Insurance { get; init; }

    public DpdCod? Cod { get; init; }

    public IReadOnlyList<DpdMessage>? Messages { get; init; }
}

internal sealed record DpdParcelInfos(string Weight, DpdDimensions? Dimensions);

internal sealed record DpdDimensions(int Length, int Width, int Height);

internal sealed record DpdAmount(decimal Amount, string Currency);

internal sealed record DpdInsurance(DpdAmount InsuranceAmount, string? InsuranceParcelContent);

internal sealed record DpdCod(DpdAmount Amount, string CollectType, string? Purpose);

internal sealed record DpdMessage(string MessageType, string MessageDestination, string? MessageLanguage);

internal sealed record DpdInternational
{
    public required string ParcelType { get; init; }

    public DpdAmount? CustomsAmount { get; init; }

    public string? CustomsTerms { get; init; }

    public string? CustomsPaper { get; init; }

    public string? ClearanceStatus { get; init; }

    public string? CustomsHighLowValue { get; init; }

    public string? CustomsInvoice { get; init; }

    public IReadOnlyList<string>? CustomsInvoiceDates { get; init; }

    public DpdParty? Importer { get; init; }

    public string? Mrn { get; init; }

    public DpdParty? Exporter { get; init; }

    public string? NumberOfArticles { get; init; }

    public string? ExportReason { get; init; }

    public IReadOnlyList<DpdInvoiceLine>? InterInvoiceLines { get; init; }
}

internal sealed record DpdInvoiceLine
{
    public required string InvoicePosition { get; init; }

    public required string QuantityOfItems { get; init; }

    public required string Content { get; init; }

    public required decimal AmountOfPosition { get; init; }

    public required string ManufacturedCountry { get; init; }

    public required string NetWeight { get; init; }

    public string? CustomerProductCode { get; init; }

    public string? ImportTarifCode { get; init; }

    public string? ExportTarifCode { get; init; }

    public string? ParcelRank { get; init; }
}
