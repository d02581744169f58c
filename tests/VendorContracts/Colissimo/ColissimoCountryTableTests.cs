using System.Text.Json.Nodes;
using Commerce.Carriers;
using Xunit;

namespace Commerce.VendorContracts.Colissimo;

/// <summary>The official modules' tables of products by country against what the client offers.</summary>
public sealed class ColissimoCountryTableTests
{
    private static readonly string[] Columns = ["homeNoSign", "homeSign", "homeSignDdp"];
    private static readonly CountryCode[] Overseas = [.. "BL GF GP MF MQ PM RE YT NC PF TF WF".Split(' ').Select(code => CountryCode.Parse(code))];

    [VendorSpecFact]
    public Task Every_product_from_France_is_offered() => CheckAsync("capabilities-from-FR.json", CountryCode.France);

    [VendorSpecFact]
    public Task Every_product_from_overseas_is_offered() => CheckAsync("capabilities-from-DOM.json", Overseas);

    [VendorSpecFact]
    public async Task Pickup_points_are_where_the_table_has_them()
    {
        var services = await ServicesAsync();
        var points = Rows("capabilities-from-FR.json").Where(row => (bool)row.Products["pickup"]!).Select(row => row.Country);

        Assert.Equal(
            points.Order(StringComparer.Ordinal),
            services.Single(service => service.Service.Value == "HD").Destinations!.Select(country => country.ToString()).Order(StringComparer.Ordinal));
    }

    private static async Task CheckAsync(string file, params CountryCode[] origins)
    {
        var services = await ServicesAsync();
        var missing = new List<string>();
        var unknown = new List<string>();
        var count = 0;
        foreach (var (name, products) in Rows(file))
        {
            if (!CountryCode.TryParse(name, null, out var country))
            {
                unknown.Add(name);
                continue;
            }

            // Where a column is only "true" the product depends on whether both ends are the same department.
            foreach (var product in Columns.Select(column => products[column]).OfType<JsonValue>().Where(value => value.TryGetValue<string>(out _)))
            {
                count++;
                missing.AddRange(origins.Where(origin => !IsOffered((string)product!, origin, country)).Select(origin => $"{product} {origin} {country}"));
            }

            if (products["return"] is JsonValue back && back.TryGetValue<string>(out var code))
            {
                missing.AddRange(origins.Where(origin => !IsOffered(code, country, origin)).Select(origin => $"{code} {country} {origin}"));
            }
        }

        Assert.True(missing.Count == 0, string.Join('\n', missing));
        Assert.True(count > 100);

        // Named differences: codes that ISO 3166-1 does not have, or no more.
        Assert.Equal(["AN", "IC", "XZ"], unknown.Order(StringComparer.Ordinal));

        bool IsOffered(string product, CountryCode from, CountryCode to) => services.Any(service => service.Service.Value == product
            && service.Origins?.Contains(from) != false && service.Destinations?.Contains(to) != false);
    }

    private static async Task<IReadOnlyList<ServiceCapability>> ServicesAsync() =>
        ((CarrierCapabilities)(await ColissimoExamples.CallAsync(_ => [], client => Task.FromResult(client.Capabilities)))!).Services;

    private static IEnumerable<(string Country, JsonObject Products)> Rows(string file) =>
        JsonNode.Parse(ColissimoExamples.File(file))!["zones"]!.AsObject()
            .SelectMany(zone => zone.Value!["countries"]!.AsObject())
            .Select(row => (row.Key, row.Value!.AsObject()));
}
