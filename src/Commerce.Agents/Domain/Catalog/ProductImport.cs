namespace Commerce.Agents.Domain.Catalog;

/// <summary>An import of products.</summary>
public sealed record ProductImport
{
    /// <summary>Gets whose it is: the merchant's tenant; empty for the shop itself.</summary>
    public string Merchant { get; init; } = "";

    /// <summary>Gets how many rows it has.</summary>
    public int Total { get; init; }

    /// <summary>Gets the rows that are dealt with, in their order.</summary>
    public IReadOnlyList<ImportedRow> Rows { get; init; } = [];

    /// <summary>Gets how many are on sale.</summary>
    public int Approved => Count(ImportOutcome.Approved);

    /// <summary>Gets how many wait for somebody.</summary>
    public int Pending => Count(ImportOutcome.Pending);

    /// <summary>Gets how many were refused.</summary>
    public int Rejected => Count(ImportOutcome.Rejected);

    /// <summary>Gets a value indicating whether every row is dealt with.</summary>
    public bool IsComplete => Total > 0 && Rows.Count == Total;

    private int Count(ImportOutcome outcome) => Rows.Count(row => row.Outcome == outcome);
}
