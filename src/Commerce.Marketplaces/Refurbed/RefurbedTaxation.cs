namespace Commerce.Marketplaces.Refurbed;

/// <summary>How an offer is taxed.</summary>
public enum RefurbedTaxation
{
    /// <summary>VAT on the whole price: <c>GROSS</c>.</summary>
    Gross,

    /// <summary>VAT on the margin, as for used goods that were bought without VAT: <c>MARGINAL</c>.</summary>
    Marginal,
}
