using Commerce.Http;

namespace Commerce.Carriers.Dpd;

/// <summary>
/// One client for each set of companions, so that a client is exactly what it can do: the methods are the base's, the interfaces are added here.
/// </summary>
internal static class DpdClients
{
    internal static ICarrierClient Create(VendorChannel channel, DpdCarrierOptions options) =>
        options.UseEPrintForLabels ? CreateForEPrint(channel, options) : CreateForMeta(channel, options);

    private static DpdEPrintClient CreateForEPrint(VendorChannel channel, DpdCarrierOptions options) => (options.HasWebTrace, PointsOf(options)) switch
    {
        (false, Points.None) => new DpdEPrintClient(channel, options),
        (false, Points.Search) => new LabelsAndPoints(channel, options),
        (false, _) => new LabelsAndMyPudo(channel, options),
        (true, Points.None) => new LabelsAndWebTrace(channel, options),
        (true, Points.Search) => new LabelsAndWebTraceAndPoints(channel, options),
        (true, _) => new LabelsAndBoth(channel, options),
    };

    private static DpdCarrierClient CreateForMeta(VendorChannel channel, DpdCarrierOptions options) => (options.HasEPrint, options.HasWebTrace, PointsOf(options)) switch
    {
        (false, false, Points.None) => new DpdCarrierClient(channel, options),
        (false, false, Points.Search) => new PointsAlone(channel, options),
        (false, false, _) => new MyPudo(channel, options),
        (true, false, Points.None) => new EPrint(channel, options),
        (true, false, Points.Search) => new EPrintAndPoints(channel, options),
        (true, false, _) => new EPrintAndMyPudo(channel, options),
        (false, true, Points.None) => new WebTrace(channel, options),
        (false, true, Points.Search) => new WebTraceAndPoints(channel, options),
        (false, true, _) => new WebTraceAndMyPudo(channel, options),
        (true, true, Points.None) => new EPrintAndWebTrace(channel, options),
        (true, true, Points.Search) => new EPrintAndWebTraceAndPoints(channel, options),
        (true, true, _) => new All(channel, options),
    };

    // MyPudo searches and shows single points, the Shipper Webservices only search.
    private static Points PointsOf(DpdCarrierOptions options) => options.HasMyPudo ? Points.Details : options.HasShipper ? Points.Search : Points.None;

    private enum Points
    {
        None,
        Search,
        Details,
    }

    private sealed class PointsAlone(VendorChannel channel, DpdCarrierOptions options) : DpdCarrierClient(channel, options), IPickupPointDirectory;

    private sealed class EPrintAndPoints(VendorChannel channel, DpdCarrierOptions options) : DpdCarrierClient(channel, options), IShipmentVoider, IPickupPointDirectory;

    private sealed class WebTraceAndPoints(VendorChannel channel, DpdCarrierOptions options) :
        DpdCarrierClient(channel, options), IShipmentFinder, IProofOfDeliveryProvider, IPickupPointDirectory;

    private sealed class EPrintAndWebTraceAndPoints(VendorChannel channel, DpdCarrierOptions options) :
        DpdCarrierClient(channel, options), IShipmentVoider, IShipmentFinder, IProofOfDeliveryProvider, IPickupPointDirectory;

    private sealed class LabelsAndPoints(VendorChannel channel, DpdCarrierOptions options) : DpdEPrintClient(channel, options), IPickupPointDirectory;

    private sealed class LabelsAndWebTraceAndPoints(VendorChannel channel, DpdCarrierOptions options) :
        DpdEPrintClient(channel, options), IShipmentFinder, IProofOfDeliveryProvider, IPickupPointDirectory;

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
