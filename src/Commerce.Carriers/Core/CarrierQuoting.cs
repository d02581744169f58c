namespace Commerce.Carriers;

/// <summary>Asks several carriers for prices at once. One that fails becomes a message, never a failed call.</summary>
public static class CarrierQuoting
{
    /// <summary>Asks every carrier that tells prices.</summary>
    /// <param name="carriers">The accounts.</param>
    /// <param name="request">The lane and the parcels.</param>
    /// <param name="cancellationToken">Stops all calls.</param>
    /// <returns>All quotes, cheapest first, and what went wrong with whom.</returns>
    public static async Task<RateResult> QuoteAsync(
        IEnumerable<ICarrierClient> carriers, RateRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(carriers);
        ArgumentNullException.ThrowIfNull(request);
        var results = await Task.WhenAll(carriers.Select(carrier => AskAsync(carrier, request, cancellationToken))).ConfigureAwait(false);
        return new RateResult(
            [.. results.SelectMany(result => result.Quotes).OrderBy(quote => quote.Price.Amount).ThenBy(quote => quote.Carrier.Value, StringComparer.Ordinal)],
            [.. results.SelectMany(result => result.Messages)]);
    }

    private static async Task<RateResult> AskAsync(ICarrierClient carrier, RateRequest request, CancellationToken cancellationToken)
    {
        if (carrier is not IRateProvider rates)
        {
            return new RateResult([], [new CarrierMessage(carrier.Carrier, carrier.Capabilities.Supports(CarrierFeature.Rates).Reason ?? "It tells no prices.")]);
        }

        try
        {
            return await rates.GetRatesAsync(request, cancellationToken).ConfigureAwait(false);
        }
        catch (CommerceException exception)
        {
            return new RateResult([], [new CarrierMessage(carrier.Carrier, exception.Message, exception.VendorCode ?? exception.Kind.ToString())]);
        }
    }
}
