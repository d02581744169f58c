namespace Commerce.Marketplaces.Sync;

/// <summary>What was new in a page.</summary>
/// <param name="New">Orders that were not known.</param>
/// <param name="Updated">Orders that had changed.</param>
/// <param name="Unchanged">Orders that hold what was known.</param>
public readonly record struct PageImport(int New, int Updated, int Unchanged);
