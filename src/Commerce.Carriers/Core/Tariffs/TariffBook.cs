namespace Commerce.Carriers.Tariffs;

/// <summary>Price lists that are made for looking up. Immutable and safe for many threads; give it price lists that passed their review.</summary>
public sealed class TariffBook
{
    private readonly Dictionary<string, PriceIndex> _byAccount;

    private TariffBook(IEnumerable<Tariff> tariffs) =>
        _byAccount = tariffs.ToDictionary(static tariff => tariff.Contract.Account, static tariff => new PriceIndex(tariff), StringComparer.Ordinal);

    /// <summary>Gets the accounts that have prices.</summary>
    public IReadOnlyCollection<string> Accounts => _byAccount.Keys;

    /// <summary>Makes a book.</summary>
    /// <param name="tariffs">The price lists, one for each account.</param>
    /// <returns>The book.</returns>
    /// <exception cref="ArgumentException">Two price lists are of one account.</exception>
    public static TariffBook Compile(IEnumerable<Tariff> tariffs)
    {
        ArgumentNullException.ThrowIfNull(tariffs);
        return new TariffBook(tariffs);
    }

    /// <summary>Prices a shipment with one account: the base price, then surcharges, fuel and insurance.</summary>
    /// <param name="account">The account.</param>
    /// <param name="request">The lane, the parcels and the options.</param>
    /// <param name="day">The day of hand-over.</param>
    /// <returns>One quote for each service, cheapest first; messages tell why there is none.</returns>
    /// <exception cref="KeyNotFoundException">The account has no price list.</exception>
    public RateResult Quote(string account, RateRequest request, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(account);
        ArgumentNullException.ThrowIfNull(request);
        return _byAccount.TryGetValue(account, out var prices)
            ? Quote(prices, request, day)
            : throw new KeyNotFoundException($"The account {account} has no price list: activate one, or ask one of {string.Join(", ", Accounts)}.");
    }

    private static string? Refusal(Tariff tariff, IReadOnlyList<Parcel> parcels)
    {
        for (var i = 0; i < parcels.Count; i++)
        {
            if (tariff.Contract.MaxParcelWeight is { } heaviest && parcels[i].Weight > heaviest)
            {
                return $"Parcels[{i}].Weight is {parcels[i].Weight}: the contract takes at most {heaviest}.";
            }

            if (!tariff.Contract.AllowOversize && tariff.Contract.MaxDimensions is { } largest && parcels[i].Dimensions is { } size && !Fits(size, largest))
            {
                return $"Parcels[{i}].Dimensions is {size}: the contract takes at most {largest}.";
            }
        }

        return null;
    }

    private static bool Fits(Dimensions size, Dimensions largest)
    {
        int[] sides = [size.LengthMm, size.WidthMm, size.HeightMm];
        int[] limits = [largest.LengthMm, largest.WidthMm, largest.HeightMm];
        Array.Sort(sides);
        Array.Sort(limits);
        return sides[0] <= limits[0] && sides[1] <= limits[1] && sides[2] <= limits[2];
    }

    private static RateResult Quote(PriceIndex prices, RateRequest request, DateOnly day)
    {
        var tariff = prices.Tariff;
        var (insured, currency) = (request.Options.InsuredValue, tariff.Contract.Currency);
        if (Refusal(tariff, request.Parcels) is { } refusal)
        {
            return Nothing(refusal);
        }

        if (insured is { } value && value.Currency != currency)
        {
            return Nothing($"Options.InsuredValue is {value}: give it in {currency}, the currency of the price list.");
        }

        var origin = request.Sender.Address.Country;
        var divisor = tariff.Contract.VolumetricDivisor;
        var total = default(Weight);
        foreach (var parcel in request.Parcels)
        {
            total += parcel.ChargeableWeight(divisor);
        }

        Weight[] loads = tariff.Contract.Basis == TariffBasis.Parcel ? [.. request.Parcels.Select(parcel => parcel.ChargeableWeight(divisor))] : [total];
        List<PriceHit>? hits = null;
        foreach (var load in loads)
        {
            var found = prices.Find(origin, request.Recipient.Address, load, day, request.Service);
            hits = hits is null ? found : Join(hits, found);
            if (hits.Count == 0)
            {
                return Nothing(prices.Absence(origin, request.Recipient.Address, load, day, request.Service));
            }
        }

        var surcharges = new SurchargeCalculator(prices, request, total, day);
        var quotes = hits!.ConvertAll(hit => Quoted(tariff, hit, surcharges));
        quotes.Sort(static (left, right) => left.Price.CompareTo(right.Price));
        return new RateResult(quotes, []);

        RateResult Nothing(string message) => new([], [new CarrierMessage(tariff.Contract.Carrier, message, Service: request.Service)]);
    }

    private static RateQuote Quoted(Tariff tariff, PriceHit hit, SurchargeCalculator surcharges)
    {
        var (total, parts) = surcharges.Total(new Money(hit.Base, tariff.Contract.Currency).Round().Amount, hit.Row.Service);
        return new RateQuote
        {
            Carrier = tariff.Contract.Carrier,
            Account = tariff.Contract.Account,
            Service = hit.Row.Service,
            ServiceName = hit.Row.Service.Value,
            Level = hit.Row.Level,
            Price = new Money(total, tariff.Contract.Currency),
            TransitDays = hit.TransitDays,
            IsNegotiated = true,
            Surcharges = parts,
        };
    }

    // A service that prices every parcel: the prices are added, the slowest parcel counts.
    private static List<PriceHit> Join(List<PriceHit> sums, List<PriceHit> found) =>
    [
        .. from sum in sums
           join hit in found on sum.Row.Service equals hit.Row.Service
           select new PriceHit(sum.Row, sum.Base + hit.Base, sum.TransitDays is { } days && hit.TransitDays is { } more ? Math.Max(days, more) : null),
    ];
}
