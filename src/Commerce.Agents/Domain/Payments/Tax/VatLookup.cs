namespace Commerce.Agents.Domain.Payments;

/// <summary>Asks about VAT numbers, once for each message.</summary>
internal static class VatLookup
{
    /// <summary>Asks about the VAT number of a sale where reverse charge hangs on it.</summary>
    internal static async Task<VatNumberCheck?> OfSaleAsync(
        this IVatNumberValidator validator, CalculateTax sale, CountryCode sellerCountry, AgentContext context, CancellationToken cancellationToken)
    {
        var (shipTo, seller) = (TaxRules.Territory(sale.ShipTo), TaxRules.Territory(sellerCountry));
        return sale is { IsBusiness: true, CollectedBy: null } && shipTo.IsEuropeanUnion && shipTo != seller && seller.IsEuropeanUnion
            && VatNumbers.Read(sale.VatNumber).TryGet(out var number, out _) && number.Country.IsEuropeanUnion && number.Country != seller
                ? await validator.LookUpAsync(number, context, cancellationToken).ConfigureAwait(false)
                : null;
    }

    /// <summary>Asks about a number.</summary>
    internal static Task<VatNumberCheck> LookUpAsync(
        this IVatNumberValidator validator, VatNumber number, AgentContext context, CancellationToken cancellationToken) =>
        context.OnceAsync("vat-number", _ => AskAsync(validator, number, cancellationToken));

    private static async Task<VatNumberCheck> AskAsync(IVatNumberValidator validator, VatNumber number, CancellationToken cancellationToken)
    {
        try
        {
            return await validator.CheckAsync(number, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            // Whatever is wrong with the look-up: a number that nobody checked frees nobody of tax.
            return new VatNumberCheck(IsValid: false, HasFailed: true);
        }
    }
}
