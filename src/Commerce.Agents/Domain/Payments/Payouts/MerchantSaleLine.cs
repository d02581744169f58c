using Commerce.Payments.Commissions;

namespace Commerce.Agents.Domain.Payments;

/// <summary>A line of a merchant's sale, with what the platform keeps of it.</summary>
public sealed record MerchantSaleLine
{
    /// <summary>Gets the line's name in its sale.</summary>
    public required string Id { get; init; }

    /// <summary>Gets what was captured for the goods, taxes included.</summary>
    public required Money Captured { get; init; }

    /// <summary>Gets the shipping.</summary>
    public required Money Shipping { get; init; }

    /// <summary>Gets the rate of the commission, as a fraction.</summary>
    public required decimal Rate { get; init; }

    /// <summary>Gets the commission, without tax.</summary>
    public required Money Commission { get; init; }

    /// <summary>Gets the fees, without tax.</summary>
    public required Money Fees { get; init; }

    /// <summary>Gets the tax on the commission.</summary>
    public required Money CommissionTax { get; init; }

    /// <summary>Gets the tax on the fees.</summary>
    public required Money FeesTax { get; init; }

    internal static MerchantSaleLine Of(LineCommission line) => new()
    {
        Id = line.Id,
        Captured = line.Captured,
        Shipping = line.Shipping,
        Rate = line.Rate,
        Commission = line.Commission,
        Fees = line.Fees,
        CommissionTax = line.CommissionTax,
        FeesTax = line.FeesTax,
    };

    internal LineCommission ToCommission() => new()
    {
        Id = Id,
        Captured = Captured,
        Shipping = Shipping,
        Rate = Rate,
        Commission = Commission,
        Fees = Fees,
        CommissionTax = CommissionTax,
        FeesTax = FeesTax,
    };
}
