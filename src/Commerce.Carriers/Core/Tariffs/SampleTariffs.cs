namespace Commerce.Carriers.Tariffs;

/// <summary>Price lists of 2025 for FR and ten countries, to try things out with: nobody's contract. They depart from France.</summary>
public static class SampleTariffs
{
    private static readonly CountryCode France = CountryCode.France;

    private static readonly TariffZone Remote = new() { Name = "REMOTE", Countries = [France], PostalPrefixes = ["20"] };

    /// <summary>Gets the carriers that have a price list.</summary>
    public static IReadOnlyList<CarrierCode> Carriers { get; } =
        [CarrierCode.Colissimo, CarrierCode.Chronopost, CarrierCode.Dpd, CarrierCode.ColisPrive, CarrierCode.Ups, CarrierCode.FedEx];

    /// <summary>Reads the price list of a carrier.</summary>
    /// <param name="carrier">One of <see cref="Carriers"/>.</param>
    /// <param name="account">The account that it is for.</param>
    /// <param name="services">The carrier's codes for the list's words <c>standard</c> and <c>express</c>; the words themselves when not given.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <returns>The price list.</returns>
    /// <exception cref="ArgumentException">The carrier has none.</exception>
    public static async Task<Tariff> ReadAsync(
        CarrierCode carrier, string account, IReadOnlyDictionary<string, TariffService>? services = null, CancellationToken cancellationToken = default)
    {
        var name = $"{carrier.Value}.csv";
        var content = typeof(SampleTariffs).Assembly.GetManifestResourceStream(name)
            ?? throw new ArgumentException($"{carrier} has no sample: take one of {string.Join(", ", Carriers)}.", nameof(carrier));
        await using (content.ConfigureAwait(false))
        {
            var mapping = new TariffMapping
            {
                Columns = TariffMapping.Export.Columns.Where(static column => column.Key is TariffField.Service or TariffField.Destination
                    or TariffField.From or TariffField.To or TariffField.Price or TariffField.TransitDays).ToDictionary(),
                DefaultOrigin = France,
                Services = services ?? new Dictionary<string, TariffService> { ["express"] = new(new CarrierService("express"), ServiceLevel.Express) },
            };
            var contract = Contract(carrier, account);
            var reading = await TariffImporter.ReadAsync(new TariffFile(name, content), mapping, contract, cancellationToken).ConfigureAwait(false);
            return new Tariff { Contract = contract, Rows = reading.Rows };
        }
    }

    private static TariffContract Contract(CarrierCode carrier, string account)
    {
        var contract = new TariffContract { Carrier = carrier, Account = account, Currency = Currency.Eur, Zones = [Remote] };
        return carrier.Value switch
        {
            "colissimo" => contract with
            {
                Surcharges = [Extra("remote area", 15) with { Zone = Remote.Name }, Fuel(5) with { Countries = [France, CountryCode.Germany, CountryCode.Parse("BE")] }],
            },
            "chronopost" => contract with { Surcharges = [Extra("dangerous goods", 50) with { Option = ShipmentOption.DangerousGoods }, Fuel(6)] },
            "dpd" => contract with
            {
                MaxParcelWeight = Weight.FromKilograms(30),
                MaxDimensions = new Dimensions(120, 80, 80),
                Surcharges =
                [
                    Extra("remote area", 12) with { Zone = Remote.Name },
                    Extra("oversize", 25) with { LongestSideOver = 120 },
                    Extra("Saturday", 15) with { Option = ShipmentOption.SaturdayDelivery },
                    Extra("return on request", 8) with { Option = ShipmentOption.Return },
                    Fuel(5.5m),
                    new() { Name = "insurance", Stage = SurchargeStage.Insurance, Unit = SurchargeUnit.Percentage, Value = 2, IncludedValue = 25, Option = ShipmentOption.Insurance },
                ],
            },
            "ups" => contract with
            {
                Surcharges =
                [
                    Extra("oversize", 25) with { LongestSideOver = 120 },
                    Extra("dangerous goods", 75) with { Option = ShipmentOption.DangerousGoods },
                    Fuel(7),
                ],
            },
            "fedex" => contract with { Surcharges = [Extra("oversize", 30) with { LongestSideOver = 120 }, Fuel(7.5m)] },
            _ => contract,
        };
    }

    private static TariffSurcharge Extra(string name, decimal euros) => new() { Name = name, Unit = SurchargeUnit.Fixed, Value = euros };

    private static TariffSurcharge Fuel(decimal percent) =>
        new() { Name = "fuel", Stage = SurchargeStage.Fuel, Unit = SurchargeUnit.Percentage, Value = percent };
}
