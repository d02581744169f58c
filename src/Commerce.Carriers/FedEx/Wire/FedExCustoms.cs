namespace Commerce.Carriers.FedEx.Wire;

internal sealed record FedExCustomsDetail
{
    public FedExPayment? DutiesPayment { get; init; }

    public bool? IsDocumentOnly { get; init; }

    public FedExMoney? TotalCustomsValue { get; init; }

    public FedExInvoice? CommercialInvoice { get; init; }

    public FedExCustomsOption? CustomsOption { get; init; }

    public required IReadOnlyList<FedExCommodity> Commodities { get; init; }
}

internal sealed record FedExInvoice
{
    public required string ShipmentPurpose { get; init; }

    public string? TermsOfSale { get; init; }

    public IReadOnlyList<FedExReference>? CustomerReferences { get; init; }

    public IReadOnlyList<string>? Comments { get; init; }

    public FedExMoney? FreightCharge { get; init; }
}

internal sealed record FedExCustomsOption(string Type);

internal sealed record FedExCommodity
{
    public required string Description { get; init; }

    public int? NumberOfPieces { get; init; }

    public required int Quantity { get; init; }

    public required string QuantityUnits { get; init; }

    public FedExMoney? UnitPrice { get; init; }

    public required FedExMoney CustomsValue { get; init; }

    public required FedExWeight Weight { get; init; }

    public string? CountryOfManufacture { get; init; }

    public string? HarmonizedCode { get; init; }

    public string? PartNumber { get; init; }
}
