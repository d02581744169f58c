using Commerce.Carriers;
using Commerce.Payments;
using Commerce.Testing;

namespace Commerce.Benchmarks.Orders;

/// <summary>A carrier that sells labels and then makes trouble.</summary>
internal sealed class TroubledCarrier(FakeCarrier carrier, Action<Trouble> play) : ICarrierClient, IRateProvider, IShipmentVoider, IShipmentFinder
{
    private int _labels;

    /// <summary>Gets or sets what the next label meets.</summary>
    internal Trouble? Trouble { get; set; }

    internal int Labels => _labels;

    public CarrierCode Carrier => carrier.Carrier;

    public string Account => carrier.Account;

    public CarrierCapabilities Capabilities => carrier.Capabilities;

    public async Task<Outcome<Shipment>> CreateShipmentAsync(ShipmentRequest request, CancellationToken cancellationToken = default)
    {
        _labels++;
        var outcome = await carrier.CreateShipmentAsync(request, cancellationToken);
        if (Trouble is { } trouble)
        {
            Trouble = null;
            play(trouble);
        }

        return outcome;
    }

    public Task<TrackingReport?> TrackAsync(TrackingRequest request, CancellationToken cancellationToken = default) => carrier.TrackAsync(request, cancellationToken);

    public Task<RateResult> GetRatesAsync(RateRequest request, CancellationToken cancellationToken = default) => carrier.GetRatesAsync(request, cancellationToken);

    public Task<Outcome<VoidConfirmation>> VoidAsync(VoidRequest request, CancellationToken cancellationToken = default) => carrier.VoidAsync(request, cancellationToken);

    public Task<Shipment?> FindShipmentAsync(FindShipmentRequest request, CancellationToken cancellationToken = default) => carrier.FindShipmentAsync(request, cancellationToken);
}

/// <summary>A gateway that takes and gives back money and then makes trouble.</summary>
internal sealed class TroubledGateway(FakePaymentGateway gateway, Action<Trouble> play) : IPaymentGateway
{
    /// <summary>Gets or sets what the next capture meets.</summary>
    internal Trouble? CaptureTrouble { get; set; }

    /// <summary>Gets or sets what the next refund meets.</summary>
    internal Trouble? RefundTrouble { get; set; }

    internal int Captures { get; private set; }

    internal int Refunds { get; private set; }

    public GatewayCode Gateway => gateway.Gateway;

    public string Account => gateway.Account;

    public PaymentCapabilities Capabilities => gateway.Capabilities;

    public async Task<Outcome<Payment>> CapturePaymentAsync(CapturePaymentRequest request, CancellationToken cancellationToken = default)
    {
        Captures++;
        var outcome = await gateway.CapturePaymentAsync(request, cancellationToken);
        if (CaptureTrouble is { } trouble)
        {
            CaptureTrouble = null;
            play(trouble);
        }

        return outcome;
    }

    public async Task<Outcome<Refund>> RefundPaymentAsync(RefundPaymentRequest request, CancellationToken cancellationToken = default)
    {
        Refunds++;
        var outcome = await gateway.RefundPaymentAsync(request, cancellationToken);
        if (RefundTrouble is { } trouble)
        {
            RefundTrouble = null;
            play(trouble);
        }

        return outcome;
    }

    public Task<Outcome<Payment>> CreatePaymentAsync(CreatePaymentRequest request, CancellationToken cancellationToken = default) => gateway.CreatePaymentAsync(request, cancellationToken);

    public Task<Outcome<Payment>> ConfirmPaymentAsync(ConfirmPaymentRequest request, CancellationToken cancellationToken = default) => gateway.ConfirmPaymentAsync(request, cancellationToken);

    public Task<Payment?> FindPaymentAsync(GatewayPaymentId paymentId, ConnectedAccountId? seller = null, CancellationToken cancellationToken = default) =>
        gateway.FindPaymentAsync(paymentId, seller, cancellationToken);

    public Task<Outcome<Payment>> CancelPaymentAsync(CancelPaymentRequest request, CancellationToken cancellationToken = default) => gateway.CancelPaymentAsync(request, cancellationToken);

    public Task<Refund?> FindRefundAsync(GatewayRefundId refundId, ConnectedAccountId? seller = null, CancellationToken cancellationToken = default) =>
        gateway.FindRefundAsync(refundId, seller, cancellationToken);
}
