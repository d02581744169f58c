namespace Commerce.Carriers.Tariffs;

/// <summary>How a price list is laid out.</summary>
public enum TariffLayout
{
    /// <summary>A row for each price.</summary>
    Rows,

    /// <summary>A row for each destination and a column for each weight band, whose heading is the band: <c>0-0.5</c>, <c>0,5–1 kg</c>, <c>≤ 5</c>. A cell is a price, with the days in brackets if it likes: <c>4.95 (2)</c>.</summary>
    Bands,
}
