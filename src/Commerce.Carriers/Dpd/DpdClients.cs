using Commerce.Http;

namespace Commerce.Carriers.Dpd;

/// <summary>
/// One client for each set of companions, so that a client is exactly what it can do: the methods are the base's, the interfaces are added here.
/// </summary>
internal static class DpdClients
{
    internal static ICarrierClient Create(VendorChannel channel, DpdCarrierOptions options) =>
        options.UseEPrintForLabels ? CreateForEPrint(channel, options) : CreateForMeta(channel, options);

    private static DpdEPrintClient CreateForEPrint(VendorChannel channel, DpdCarrierOptions options) => (options.HasWebTrace, options.HasMyPudo) switch
    {
        (false, false) => new DpdEPrintClient(channel, options),
        (true, false) => new LabelsAndWebTrace(channel, options),
        (false, true) => new LabelsAndMyPudo(channel, options),
        (true, true) => new LabelsAndBoth(channel, options),
    };

    private static DpdCarrierClient CreateForMeta(VendorChannel channel, DpdCarrierOptions options) => (options.HasEPrint, options.HasWebTrace, options.HasMyPudo) switch
    {
        (false, false, false) => new DpdCarrierClient(channel, options),
        (true, false, false) => new EPrint(channel, options),
        (false, true, false) => new WebTrace(channel, options),
        (false, false, true) => new MyPudo(channel, options),
        (true, true, false) => new EPrintAndWebTrace(channel, options),
        (true, false, true) => new EPrintAndMyPudo(channel, options),
        (false, true, true) => new WebTraceAndMyPudo(channel, options),
        (true, true, true) => new All(channel, options),
    };

    private sealed class EPrint(VendorChannel channel, DpdCarrierOptions options) : DpdCarrierClient(channel, options), IShipmentVoider;

    private sealed class WebTrace(VendorChannel channel, DpdCarrierOptions options) : DpdCarrierClient(channel, options), IShipmentFinder, IProofOfDeliveryProvider;

    private sealed class MyPudo(VendorChannel channel, DpdCarrierOptions options) : DpdCarrierClient(channel, options), IPickupPointDirectory, IPickupPointFinder;

    private sealed class EPrintAndWebTrace(VendorChannel channel, DpdCarrierOptions options) :
        DpdCarrierClient(channel, options), IShipmentVoider, IShipmentFinder, IProofOfDeliveryProvider;

    private sealed class EPrintAndMyPudo(VendorChannel channel, DpdCarrierOptions options) :
        DpdCarrierClient(channel, options), IShipmentVoider, IPickupPointDirectory, IPickupPointFinder;

    private sealed class WebTraceAndMyPudo(VendorChannel channel, DpdCarrierOptions options) :
        DpdCarrierClient(channel, options), IShipmentFinder, IProofOfDeliveryProvider, IPickupPointDirectory, IPickupPointFinder;

    private sealed class All(VendorChannel channel, DpdCarrierOptions options) :
        DpdCarrierClient(channel, options), IShipmentVoider, IShipmentFinder, IProofOfDeliveryProvider, IPickupPointDirectory, IPickupPointFinder;

    private sealed class LabelsAndWebTrace(VendorChannel channel, DpdCarrierOptions options) :
        DpdEPrintClient(channel, options), IShipmentFinder, IProofOfDeliveryProvider;

    private sealed class LabelsAndMyPudo(VendorChannel channel, DpdCarrierOptions options) :
        DpdEPrintClient(channel, options), IPickupPointDirectory, IPickupPointFinder;

    private sealed class LabelsAndBoth(VendorChannel channel, DpdCarrierOptions options) :
        DpdEPrintClient(channel, options), IShipmentFinder, IProofOfDeliveryProvider, IPickupPointDirectory, IPickupPointFinder;
}
