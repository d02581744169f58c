namespace Commerce.Agents.Domain.Shipping;

/// <summary>The price lists of an account: the tariff agent's state.</summary>
public sealed record TariffUploads
{
    /// <summary>Gets how many were uploaded.</summary>
    public int Count { get; init; }
}
