namespace Commerce.Carriers.Tariffs;

/// <summary>Computes what is charged on top of a base price, stage by stage, each part rounded half away from zero.</summary>
internal sealed class SurchargeCalculator
{
    private readonly RateRequest _request;
    private readonly Currency _currency;
    private readonly decimal _chargeable;
    private readonly List<TariffSurcharge> _applicable = [];

    internal SurchargeCalculator(PriceIndex prices, RateRequest request, Weight chargeable, DateOnly day)
    {
        _request = request;
        _currency = prices.Tariff.Contract.Currency;
        _chargeable = chargeable.Kilograms;
        foreach (var surcharge in prices.Surcharges)
        {
            if (Holds(surcharge, prices, day))
            {
                _applicable.Add(surcharge);
            }
        }
    }

    /// <summary>Adds up; the parts by name.</summary>
    internal (decimal Total, Dictionary<string, Money> Parts) Total(decimal basePrice, CarrierService service)
    {
        var total = basePrice;
        var fuelable = basePrice;
        var parts = new Dictionary<string, Money>(_applicable.Count, StringComparer.Ordinal);
        foreach (var surcharge in _applicable)
        {
            if (surcharge.Services.Count > 0 && !surcharge.Services.Contains(service))
            {
                continue;
            }

            var amount = Amount(surcharge, surcharge.Stage == SurchargeStage.Fuel ? fuelable : basePrice);
            total += amount;
            fuelable += surcharge.IsFuelable ? amount : 0;
            parts[surcharge.Name] = new Money(amount + (parts.TryGetValue(surcharge.Name, out var same) ? same.Amount : 0), _currency);
        }

        return (total, parts);
    }

    private bool Holds(TariffSurcharge surcharge, PriceIndex prices, DateOnly day)
    {
        var recipient = _request.Recipient;
        return (surcharge.ValidFrom is null || surcharge.ValidFrom <= day)
            && (surcharge.ValidTo is null || day <= surcharge.ValidTo)
            && (surcharge.Option is not { } option || IsAsked(option))
            && (surcharge.Stage != SurchargeStage.Insurance || _request.Options.InsuredValue?.Amount > surcharge.IncludedValue)
            && (surcharge.Countries.Count == 0 || surcharge.Countries.Contains(recipient.Address.Country))
            && (surcharge.Zone is not { } zone || prices.Zone(zone)?.Holds(recipient.Address) == true)
            && (!surcharge.OnlyResidential || recipient.IsResidential)
            && (surcharge.LongestSideOver is null || Parcels(surcharge) > 0);
    }

    private bool IsAsked(ShipmentOption option) =>
        option == ShipmentOption.PickupPoint ? _request.PickupPoint is not null : _request.Options.Requested().Contains(option);

    private decimal Amount(TariffSurcharge surcharge, decimal priced)
    {
        var amount = surcharge.Unit switch
        {
            SurchargeUnit.Percentage => surcharge.Value / 100 * (surcharge.Stage == SurchargeStage.Insurance ? _request.Options.InsuredValue!.Value.Amount : priced),
            SurchargeUnit.PerKilogram => surcharge.Value * _chargeable,
            SurchargeUnit.PerParcel => surcharge.Value * Parcels(surcharge),
            _ => surcharge.Value,
        };
        amount = Math.Max(amount, surcharge.Min ?? amount);
        amount = Math.Min(amount, surcharge.Max ?? amount);
        return new Money(amount, _currency).Round().Amount;
    }

    private int Parcels(TariffSurcharge surcharge) => surcharge.LongestSideOver is { } limit
        ? _request.Parcels.Count(parcel => parcel.Dimensions?.LongestSideCm > limit)
        : _request.Parcels.Count;
}
