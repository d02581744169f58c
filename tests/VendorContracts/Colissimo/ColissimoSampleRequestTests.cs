using System.Text.Json.Nodes;
using Commerce.Carriers;
using Commerce.VendorContracts.Examples;
using Xunit;

namespace Commerce.VendorContracts.Colissimo;

/// <summary>
/// The example requests have the members that ours have. A difference has a name and a reason: <c>-x</c> is in the example alone, <c>+x</c> in ours.
/// </summary>
public sealed class ColissimoSampleRequestTests
{
    private static readonly Waiver DomesticCharge = new("-letter.service.transportationAmount", "only a declaration states what transport cost");
    private static readonly Waiver DomesticTotal = new("-letter.service.totalAmount", "only a declaration states what transport cost");

    [VendorSpecFact]
    public Task Domestic() => CompareAsync(
        Sample("generateLabel.domestic.request.json"),
        client => client.CreateShipmentAsync(ColissimoExamples.Domestic),
        DomesticCharge,
        DomesticTotal,
        new("-letter.service.returnTypeChoice", "needed for declared goods only"),
        new("-letter.addressee.codeBarForReference", "false, as when it is left out"),
        new("-letter.addressee.address.language", "a request here does not say a recipient's language"));

    [VendorSpecFact]
    public Task Declared() => CompareAsync(
        Sample("generateLabel.customs.request.json"),
        client => client.CreateShipmentAsync(ColissimoExamples.Declared),
        new("-letter.parcel.ddp", "false, as when it is left out"),
        new("-letter.customsDeclarations.numberOfCopies", "Colissimo's own number of copies is taken"),
        new("-letter.customsDeclarations.contents.article.originalIdent", "points at the first invoice of returned goods; these are sold"));

    [VendorSpecFact]
    public Task To_a_pickup_point() => CompareAsync(
        Sample("generateLabel.pickup.request.json"),
        client => client.CreateShipmentAsync(ColissimoExamples.ToPoint),
        new Waiver("-fields.field", "an empty list is left out"));

    [VendorSpecFact]
    public Task Points() => CompareAsync(
        Sample("findRDVPointRetraitAcheminement.request.json"),
        client => ((IPickupPointDirectory)client).FindPickupPointsAsync(ColissimoExamples.Near),
        new Waiver("-requestId", "comes back unread"));

    [VendorSpecFact]
    public Task Tracking() => CompareAsync(Sample("timelineCompany.request.json"), client => client.TrackAsync(ColissimoExamples.Track));

    [VendorSpecFact]
    public Task Collection() => CompareAsync(
        Sample("planPickup.request.json"),
        client => ((IPickupScheduler)client).BookPickupAsync(ColissimoExamples.Pickup),
        new Waiver("-sender.companyName", "empty: a buyer has none"));

    [VendorSpecFact]
    public Task Bordereau() => CompareAsync(Sample("generateBordereau.request.json"), client => ((IManifestClient)client).CloseManifestAsync(ColissimoExamples.Slip));

    [VendorSpecFact]
    public Task Reprint() => CompareAsync(
        Sample("other-operations.samples.json")["getLabel"]!["request"]!, client => ((ILabelReprinter)client).ReprintAsync(ColissimoExamples.Reprint));

    [VendorSpecFact]
    public Task Days_of_collection() => CompareAsync(
        Sample("other-operations.samples.json")["getListMailBoxPickingDates"]!["request"]!,
        client => ((IPickupCalendar)client).FindPickupSlotsAsync(ColissimoExamples.Pickup));

    private static JsonNode Sample(string file) => JsonNode.Parse(ColissimoExamples.File(file))!;

    private static async Task CompareAsync<T>(JsonNode sample, Func<ICarrierClient, Task<T>> call, params Waiver[] differences)
    {
        byte[]? sent = null;
        var told = await ColissimoExamples.CallAsync(
            request =>
            {
                sent = request.Content!.ReadAsByteArrayAsync().Result;
                return "{}"u8.ToArray();
            },
            call);
        Assert.True(sent is not null, $"Nothing was sent: {Shape.Of(told)}");

        var (theirs, ours) = (Names(sample, "").ToHashSet(), Names(JsonNode.Parse(sent)!, "").ToHashSet());
        var found = theirs.Except(ours).Select(name => "-" + name).Concat(ours.Except(theirs).Select(name => "+" + name)).Order(StringComparer.Ordinal);
        Assert.Equal(differences.Select(difference => difference.Path).Order(StringComparer.Ordinal), found);
    }

    /// <summary>Lists the members that have values; a field is named by its key.</summary>
    private static IEnumerable<string> Names(JsonNode? node, string path) => node switch
    {
        JsonObject item when item.ContainsKey("key") => [$"{path}.{item["key"]}"],
        JsonObject item => item.SelectMany(pair => Names(pair.Value, path.Length == 0 ? pair.Key : $"{path}.{pair.Key}")),
        JsonArray { Count: > 0 } list => list.SelectMany(child => Names(child, path)),
        _ => [path],
    };
}
