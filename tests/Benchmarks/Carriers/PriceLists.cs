using System.Globalization;
using Commerce.Carriers;
using Commerce.Carriers.Tariffs;

namespace Commerce.Benchmarks.Carriers;

/// <summary>Price lists of six carriers with 100 000 rows together: two services, many countries, bands of one kilogram.</summary>
internal static class PriceLists
{
    internal const int Bands = 34;

    internal static readonly DateOnly Day = new(2026, 3, 2);

    internal static readonly (CarrierCode Code, decimal Fuel, decimal OnTime)[] Carriers =
    [
        (CarrierCode.Colissimo, 5, 0.95m), (CarrierCode.Chronopost, 6, 0.98m), (CarrierCode.Dpd, 5.5m, 0.93m),
        (CarrierCode.ColisPrive, 4, 0.88m), (CarrierCode.Ups, 7, 0.92m), (CarrierCode.FedEx, 7.5m, 0.91m),
    ];

    internal static readonly CountryCode[] Countries =
    [
        .. from first in Enumerable.Range('A', 26)
           from second in Enumerable.Range('A', 26)
           let code = $"{(char)first}{(char)second}"
           where CountryCode.TryParse(code, null, out _)
           select CountryCode.Parse(code),
    ];

    internal static readonly (CarrierService Code, ServiceLevel Level, int Days)[] Services =
        [(new("economy"), ServiceLevel.Economy, 6), (new("standard"), ServiceLevel.Standard, 3)];

    internal static decimal Price(int carrier, int service, int country, int band) =>
        decimal.Round(4 + carrier + (service * 3) + (country % 17) + (band * 0.83m), 2);

    internal static IEnumerable<Tariff> All() => Carriers.Select((entry, carrier) => new Tariff
    {
        Contract = new TariffContract
        {
            Carrier = entry.Code,
            Account = entry.Code.Value,
            Currency = Currency.Eur,
            Surcharges = [new TariffSurcharge { Name = "fuel", Stage = SurchargeStage.Fuel, Unit = SurchargeUnit.Percentage, Value = entry.Fuel }],
        },
        Rows =
        [
            .. from service in Enumerable.Range(0, Services.Length)
               from country in Enumerable.Range(0, Countries.Length)
               from band in Enumerable.Range(0, Bands)
               select new TariffRow
               {
                   Service = Services[service].Code,
                   Level = Services[service].Level,
                   Destination = TariffDestination.To(Countries[country]),
                   From = Weight.FromKilograms(band),
                   To = Weight.FromKilograms(band + 1),
                   Price = Money.Eur(Price(carrier, service, country, band)),
                   TransitDays = Services[service].Days + (carrier % 2),
               },
        ],
    });

    internal static IEnumerable<string> CsvRows(int count)
    {
        for (var i = 0; i < count; i++)
        {
            var (lane, band) = (i / Bands, i % Bands);
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"service-{lane / Countries.Length},standard,FR,{Countries[lane % Countries.Length]},{band},{band + 1},{Price(0, lane / Countries.Length, lane, band)},0,3,2026-01-01,2026-12-31,EUR");
        }
    }
}
