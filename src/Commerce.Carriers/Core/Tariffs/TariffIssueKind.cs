namespace Commerce.Carriers.Tariffs;

/// <summary>What is wrong with a price list.</summary>
public enum TariffIssueKind
{
    /// <summary>Two rows have the same service, lane, band and period. An error.</summary>
    Duplicate,

    /// <summary>Two bands of a service, lane and time overlap, so that a weight has two prices. An error.</summary>
    Overlap,

    /// <summary>A row has another currency than the price list. An error.</summary>
    CurrencyMix,

    /// <summary>A row or a surcharge names a zone that the price list does not explain. An error.</summary>
    UnknownZone,

    /// <summary>A period or a band ends before it begins. An error.</summary>
    Reversed,

    /// <summary>Some weights have no price. A warning.</summary>
    Gap,

    /// <summary>A heavier parcel is cheaper. A warning.</summary>
    NotMonotonic,

    /// <summary>The period of a row is over. A warning.</summary>
    Expired,
}
