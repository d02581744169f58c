using Commerce.Carriers.FedEx.Wire;
using Commerce.Http;

namespace Commerce.Carriers.FedEx;

/// <summary>Customs.</summary>
internal static partial class FedExMapping
{
    private const string Pieces = "PCS";

    /// <summary>Names why goods cross the border; <see langword="null"/> for what FedEx has no word for.</summary>
    internal static string? Purpose(ExportReason reason) => reason.Value switch
    {
        "sale" => "SOLD",
        "gift" => "GIFT",
        "sample" => "SAMPLE",
        "repair" => "REPAIR_AND_RETURN",
        "documents" or "return" or "other" => "NOT_SOLD",
        _ => null,
    };

    private static FedExCustomsDetail ToCustoms(CustomsDeclaration customs, bool isDocuments, FedExCarrierOptions options) => new()
    {
        // Delivered duty paid: the sender's account pays; else the recipient does.
        DutiesPayment = Payment(customs.Incoterm == Incoterm.Ddp ? "SENDER" : "RECIPIENT", options),
        IsDocumentOnly = isDocuments || customs.Reason == ExportReason.Documents,
        TotalCustomsValue = ToMoney(customs.TotalValue),
        CommercialInvoice = new FedExInvoice
        {
            ShipmentPurpose = Purpose(customs.Reason)!,
            TermsOfSale = customs.Incoterm.Value,
            CustomerReferences = customs.InvoiceNumber is { } number ? [new FedExReference("INVOICE_NUMBER", number)] : null,
            // FedEx dates its invoice by the day of shipment; the seller's day has no field of its own.
            Comments = customs.InvoiceDate is { } day ? [$"Invoice date {Day(day)}"] : null,
            FreightCharge = customs.ShippingCharge is { } charge ? ToMoney(charge) : null,
        },
        CustomsOption = customs.Reason == ExportReason.Return ? new FedExCustomsOption("REJECTED") : null,
        Commodities = [.. customs.Items.Select(ToCommodity)],
    };

    private static FedExCommodity ToCommodity(CustomsItem item) => new()
    {
        Description = item.Description,
        NumberOfPieces = item.Quantity,
        Quantity = item.Quantity,
        QuantityUnits = Pieces,
        UnitPrice = ToMoney(item.UnitValue),
        CustomsValue = ToMoney((item.UnitValue * item.Quantity).Round()),
        Weight = ToWeight(Weight.FromGrams(item.UnitWeight.Grams * item.Quantity)),
        CountryOfManufacture = item.Origin.Value,
        HarmonizedCode = item.HsCode,
        PartNumber = item.Sku is { } sku ? WireText.Cut(sku.Value, 20) : null,
    };

    // Prices across a border depend on the value of the goods.
    private static FedExCustomsDetail? ToRatedCustoms(RateRequest request)
    {
        IReadOnlyList<FedExCommodity>? commodities = request.Customs is { } customs
            ? [.. customs.Items.Select(ToCommodity)]
            : request.GoodsValue is { } value && request.Sender.Address.Country != request.Recipient.Address.Country
                ? [new FedExCommodity
                {
                    Description = request.Parcels[0].Description ?? "Goods",
                    NumberOfPieces = 1,
                    Quantity = 1,
                    QuantityUnits = Pieces,
                    CustomsValue = ToMoney(value),
                    Weight = ToWeight(Total(request.Parcels)),
                    CountryOfManufacture = request.Sender.Address.Country.Value,
                }]
                : null;
        return commodities is null ? null : new FedExCustomsDetail { Commodities = commodities };
    }
}
