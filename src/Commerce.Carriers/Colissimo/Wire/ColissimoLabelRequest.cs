namespace Commerce.Carriers.Colissimo.Wire;

internal sealed record ColissimoLabelRequest(ColissimoOutputFormat OutputFormat, ColissimoLetter Letter, ColissimoFields? Fields);

internal sealed record ColissimoOutputFormat(int X, int Y, string OutputPrintingType);

internal sealed record ColissimoLetter(
    ColissimoService Service,
    ColissimoParcel Parcel,
    ColissimoCustoms? CustomsDeclarations,
    ColissimoSender Sender,
    ColissimoAddressee Addressee);

internal sealed record ColissimoService
{
    public required string ProductCode { get; init; }

    public required string DepositDate { get; init; }

    public long? TransportationAmount { get; init; }

    public long? TotalAmount { get; init; }

    public string? OrderNumber { get; init; }

    public string? CommercialName { get; init; }

    public int? ReturnTypeChoice { get; init; }

    public string? ReseauPostal { get; init; }
}

internal sealed record ColissimoParcel
{
    public required decimal Weight { get; init; }

    public long? InsuranceValue { get; init; }

    public string? RecommendationLevel { get; init; }

    public bool? NonMachinable { get; init; }

    public bool? ReturnReceipt { get; init; }

    public string? Instructions { get; init; }

    public string? PickupLocationId { get; init; }

    public bool? Ftd { get; init; }

    public bool? Ddp { get; init; }

    public string? DisabledDeliveryBlockingCode { get; init; }

    public bool? HazmatFlag { get; init; }

    public string? HazmatCategory { get; init; }

    public bool? Cod { get; init; }

    public long? Codamount { get; init; }

    public string? Codcurrency { get; init; }
}

internal sealed record ColissimoSender(string? SenderParcelRef, ColissimoAddress Address);

internal sealed record ColissimoAddressee(string? AddresseeParcelRef, ColissimoAddress Address);

internal sealed record ColissimoAddress
{
    public string? CompanyName { get; init; }

    public string? LastName { get; init; }

    public string? FirstName { get; init; }

    public string? Line0 { get; init; }

    public string? Line1 { get; init; }

    public string? Line2 { get; init; }

    public string? Line3 { get; init; }

    public string? CountryCode { get; init; }

    public string? City { get; init; }

    public string? ZipCode { get; init; }

    public string? PhoneNumber { get; init; }

    public string? MobileNumber { get; init; }

    public string? DoorCode1 { get; init; }

    public string? DoorCode2 { get; init; }

    public string? Intercom { get; init; }

    public string? Email { get; init; }

    public string? StateOrProvinceCode { get; init; }
}

internal sealed record ColissimoFields(IReadOnlyList<ColissimoField> Field);

internal sealed record ColissimoField(string Key, string Value);
