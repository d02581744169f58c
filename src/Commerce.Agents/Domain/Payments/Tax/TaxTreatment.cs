namespace Commerce.Agents.Domain.Payments;

/// <summary>By which rule a sale is taxed.</summary>
public enum TaxTreatment
{
    /// <summary>At the rates of where it is delivered.</summary>
    Destination,

    /// <summary>At the rates of the seller's country: the year's sales to other member states are small.</summary>
    Origin,

    /// <summary>0 %: a business in another member state owes the tax itself.</summary>
    ReverseCharge,

    /// <summary>0 %: it leaves the European Union.</summary>
    Export,

    /// <summary>0 %: the buyer holds an exemption.</summary>
    Exempt,

    /// <summary>Nothing due here: the marketplace counts as the seller and pays the tax.</summary>
    CollectedByMarketplace,

    /// <summary>0 %: the seller collects no tax in that country.</summary>
    NotTaxed,
}
