namespace Commerce.Carriers.Colissimo.Wire;

internal sealed record ColissimoLabelRequest(ColissimoOutput OutputFormat, ColissimoLetter Letter, ColissimoFields? Fields);

internal sealed record ColissimoOutput(int X, int Y, string OutputPrintingType);

internal sealed record ColissimoLetter
{
    public required ColissimoService Service { get; init; }

    public required ColissimoParcel Parcel { get; init; }

    public ColissimoCustoms? CustomsDeclarations { get; init; }

    public required ColissimoSender Sender { get; init; }

    public required ColissimoAddressee Addressee { get; init; }
}

internal sealed record ColissimoService
{
    public required string ProductCode { get; init; }

    public required string DepositDate { get; init; }

    public long? TransportationAmount { get; init; }

    public long? TotalAmount { get; init; }

    public string? OrderNumber { get; init; }

    public string? CommercialName { get; init; }

    public int? ReturnTypeChoice { get; init; }

    public int? ReseauPostal { get; init; }
}

internal sealed record ColissimoParcel
{
    public required decimal Weight { get; init; }

    public long? InsuranceValue { get; init; }

    public bool? NonMachinable { get; init; }

    public bool? ReturnReceipt { get; init; }

    public string? Instructions { get; init; }

    public string? PickupLocationId { get; init; }

    public bool? Ftd { get; init; }

    public bool? Ddp { get; init; }

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

    public required string Line2 { get; init; }

    public string? Line3 { get; init; }

    public required string CountryCode { get; init; }

    public required string City { get; init; }

    public required string ZipCode { get; init; }

    public string? PhoneNumber { get; init; }

    public string? MobileNumber { get; init; }

    public string? DoorCode1 { get; init; }

    public string? DoorCode2 { get; init; }

    public string? Intercom { get; init; }

    public string? Email { get; init; }

    public string? StateOrProvinceCode { get; init; }
}

internal sealed record ColissimoCustoms
{
    public bool IncludeCustomsDeclarations { get; init; } = true;

    public required ColissimoContents Contents { get; init; }

    public string? InvoiceNumber { get; init; }

    public string? Description { get; init; }
}

internal sealed record ColissimoContents(IReadOnlyList<ColissimoArticle> Article, ColissimoCategory Category);

internal sealed record ColissimoCategory(int Value);

internal sealed record ColissimoArticle
{
    public required string Description { get; init; }

    public required int Quantity { get; init; }

    public required decimal Weight { get; init; }

    public required decimal Value { get; init; }

    public string? HsCode { get; init; }

    public required string OriginCountry { get; init; }

    public required string Currency { get; init; }

    public string? Artref { get; init; }
}

internal sealed record ColissimoFields(IReadOnlyList<ColissimoField> Field);

internal sealed record ColissimoField(string Key, string Value);

internal sealed record ColissimoReprintRequest(string ParcelNumber, string OutputPrintingType);

internal sealed record ColissimoSlipRequest(ColissimoSlipParcels GenerateBordereauParcelNumberList);

internal sealed record ColissimoSlipParcels(IReadOnlyList<string> ParcelsNumbers);

internal sealed record ColissimoDatesRequest(ColissimoAddress Sender);

internal sealed record ColissimoPickupRequest(string ParcelNumber, string MailBoxPickingDate, ColissimoAddress Sender);
