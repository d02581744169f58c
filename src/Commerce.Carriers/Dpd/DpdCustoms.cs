using System.Globalization;
using Commerce.Carriers.Dpd.Wire;

namespace Commerce.Carriers.Dpd;

/// <summary>Customs, in DPD's words. Source: META-API 2.30.48, <c>International</c>.</summary>
internal static class DpdCustoms
{
    internal static string? TermsOf(Incoterm incoterm) => incoterm.Value switch
    {
        "DAP" => "s06",

        // Duties and taxes; s02 would leave the taxes to the recipient.
        "DDP" => "s03",
        "EXW" => "s05",
        _ => null,
    };

    internal static string? ReasonOf(ExportReason reason) => reason.Value switch
    {
        "sale" => "s01",
        "return" => "s02",
        "gift" => "s03",
        _ => null,
    };

    internal static DpdInternational? Of(ShipmentRequest request)
    {
        var customs = request.Customs;
        if (customs is null)
        {
            return request.IsDocuments ? new DpdInternational { ParcelType = "D" } : null;
        }

        string? Field(string name) => request.VendorFields.GetValueOrDefault(name);
        return new DpdInternational
        {
            ParcelType = request.IsDocuments ? "D" : "P",
            CustomsAmount = DpdMapping.Amount(customs.TotalValue),
            CustomsTerms = TermsOf(customs.Incoterm),
            CustomsPaper = Field("customsPaper"),
            ClearanceStatus = Field("clearanceStatus"),
            CustomsHighLowValue = Field("customsHighLowValue"),
            CustomsInvoice = customs.InvoiceNumber,
            CustomsInvoiceDates = customs.InvoiceDate is { } date ? [DpdMapping.Day(date)] : null,
            Mrn = Field("mrn"),
            Importer = Party(request.Recipient) with { VatNumber = request.Recipient.VatNumber },
            Exporter = Party(request.Sender),
            NumberOfArticles = Text(customs.Items.Count),
            ExportReason = ReasonOf(customs.Reason),
            InterInvoiceLines = [.. customs.Items.Select((item, index) => new DpdInvoiceLine
            {
                InvoicePosition = Text(index + 1),
                QuantityOfItems = Text(item.Quantity),
                Content = item.Description,
                AmountOfPosition = (item.UnitValue * item.Quantity).Round().Amount,
                ManufacturedCountry = item.Origin.Value,
                NetWeight = Text(item.UnitWeight.Grams * item.Quantity),
                CustomerProductCode = item.Sku?.Value,
                ImportTarifCode = item.HsCode,
                ExportTarifCode = item.HsCode,
                ParcelRank = item.Parcel is { } parcel ? Text(parcel + 1) : null,
            })],
        };
    }

    private static DpdParty Party(Party party) => new()
    {
        Address = DpdMapping.Address(party), Contact = DpdMapping.Contact(party), Eori = party.Eori,
    };

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
