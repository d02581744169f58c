using Commerce.Carriers;
using Commerce.VendorContracts.Examples;

namespace Commerce.VendorContracts.Ups;

public sealed partial class UpsExampleTests
{
    [VendorSpecFact]
    public Task Transit_times() => ReadAsync(
        Other("timeInTransit"), client => ((ITransitTimeProvider)client).GetTransitTimesAsync(UpsContractTests.Rates), OfTransit);

    [VendorSpecFact]
    public Task Access_points() => ReadAsync(
        OtherAnswer("locatorAccessPoints"),
        client => ((IPickupPointDirectory)client).FindPickupPointsAsync(new PickupPointRequest { Near = UpsContractTests.Rates.Recipient.Address }),
        OfPoints);

    [VendorSpecFact]
    public Task Address_check() => ReadAsync(
        Other("addressValidation"), client => ((IAddressValidator)client).ValidateAddressAsync(UpsContractTests.AmericanAddress), OfAddresses);

    [VendorSpecFact]
    public Task Collection() => ReadAsync(
        Example("pickupCreation.response.json"), client => ((IPickupScheduler)client).BookPickupAsync(UpsContractTests.Pickup), OfCollections);

    [VendorSpecFact]
    public Task Cancelled_collection() => ReadAsync(
        Example("pickupCancel.response.json"), client => ((IPickupCanceller)client).CancelPickupAsync(UpsContractTests.Booking), OfCancellations);

    [VendorSpecFact]
    public Task Uploaded_paper() => ReadAsync(
        Example("paperless.upload.response.json"), client => ((ITradeDocumentClient)client).UploadTradeDocumentAsync(UpsContractTests.Paper), OfUploads);

    [VendorSpecFact]
    public Task Joined_papers() => ReadAsync(
        Other("paperlessImage"),
        client => ((ITradeDocumentArchive)client).AttachTradeDocumentsAsync(new CarrierShipmentId(Number), [UpsContractTests.Uploaded]),
        [.. Every, new("PushToImageRepositoryResponse.FormsGroupID", "UPS's number of the papers together; they are known by their own.")]);

    [VendorSpecFact]
    public Task Deleted_paper() => ReadAsync(
        Other("paperlessDelete"), client => ((ITradeDocumentArchive)client).DeleteTradeDocumentAsync(UpsContractTests.Uploaded), Every);

    private static byte[] OtherAnswer(string name) =>
        System.Text.Encoding.UTF8.GetBytes(System.Text.Json.Nodes.JsonNode.Parse(Other(name))!["response"]!.ToJsonString());
}
