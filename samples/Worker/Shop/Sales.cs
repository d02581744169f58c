namespace Commerce.Samples.Worker.Shop;

/// <summary>What became of the orders of one SKU.</summary>
public sealed record Sales
{
    public int Confirmed { get; init; }

    public int Rejected { get; init; }

    public Money? Revenue { get; init; }
}
