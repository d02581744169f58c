using Commerce.Carriers;
using Commerce.Carriers.Tariffs;

namespace Commerce.Samples.Platform.Demo;

/// <summary>Gives the sample price lists to the carriers that tell no prices. Upload your contract's with <c>UploadTariff</c>.</summary>
internal static class PriceLists
{
    private static readonly (CarrierCode Carrier, string Standard)[] Lists =
        [(CarrierCode.Colissimo, "DOS"), (CarrierCode.Dpd, "101"), (CarrierCode.ColisPrive, "HOME")];

    internal static async Task ActivateAsync(IServiceProvider services)
    {
        foreach (var (carrier, standard) in Lists)
        {
            var words = new Dictionary<string, TariffService>
            {
                ["standard"] = new(new CarrierService(standard)),
                ["express"] = new(new CarrierService("express"), ServiceLevel.Express),
            };
            var tariff = await SampleTariffs.ReadAsync(carrier, carrier.Value, words);
            tariff = tariff with { Rows = [.. tariff.Rows.Where(row => row.Service.Value == standard)] };
            if (!await services.GetRequiredService<ITariffStore>().TryActivateAsync(new TariffVersion(tariff, 1, DateTimeOffset.UnixEpoch)))
            {
                throw new InvalidOperationException($"{carrier} has a price list already.");
            }
        }
    }
}
