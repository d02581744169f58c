namespace Commerce.Marketplaces.Mirakl.Wire;

internal sealed record MiraklCancellations(string? OrderTaxMode, IReadOnlyList<MiraklLinePart>? Cancelations);

internal sealed record MiraklRefunds(string? OrderTaxMode, IReadOnlyList<MiraklLinePart>? Refunds);

/// <summary>A part of a line that is cancelled or paid back, asked for and answered in the same words.</summary>
internal sealed record MiraklLinePart
{
    public string? CancelationId { get; init; }

    public string? RefundId { get; init; }

    public string? OrderLineId { get; init; }

    public decimal? Amount { get; init; }

    public decimal? ShippingAmount { get; init; }

    public int? Quantity { get; init; }

    public string? ReasonCode { get; init; }

    public string? CurrencyIsoCode { get; init; }

    public bool? ExcludedFromShipment { get; init; }

    public IReadOnlyList<MiraklTax>? Taxes { get; init; }

    public IReadOnlyList<MiraklTax>? ShippingTaxes { get; init; }
}

internal sealed record MiraklReasons(IReadOnlyList<MiraklWireReason>? Reasons);

internal sealed record MiraklWireReason(string? Code, string? Label, string? Type, bool? IsShopRight);

internal sealed record MiraklIncidentReason(string ReasonCode);

internal sealed record MiraklDocumentInput(IReadOnlyList<MiraklDocumentEntry> OrderDocuments);

internal sealed record MiraklDocumentEntry(string FileName, string TypeCode);

internal sealed record MiraklDocumentAnswer(int? ErrorsCount, IReadOnlyList<MiraklDocumentOutcome>? OrderDocuments);

internal sealed record MiraklDocumentOutcome(IReadOnlyList<MiraklErrorEntry>? Errors);
