using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Commerce.Payments;

/// <summary>A refund in the platform's books.</summary>
public sealed record RefundRecord
{
    /// <summary>Gets the platform's name of the refund, 1 to 200 characters: two equal refunds have two names, a repeated one has the first one's.</summary>
    public required string Key { get; init; }

    /// <summary>Gets the amount.</summary>
    public required Money Amount { get; init; }

    /// <summary>Gets why.</summary>
    public PaymentRefundReason? Reason { get; init; }

    /// <summary>Gets where it is.</summary>
    public required RefundState State { get; init; }

    /// <summary>Gets the number of the attempt at the gateway, from 1 on.</summary>
    public int Attempt { get; init; } = 1;

    /// <summary>Gets the gateway's key of this attempt, once the gateway gave one.</summary>
    public GatewayRefundId? GatewayId { get; init; }

    /// <summary>Gets the gateway's keys of the attempts before, which failed.</summary>
    public IReadOnlyList<GatewayRefundId> FailedIds { get; init; } = [];

    /// <summary>Gets why the attempt failed, in the gateway's word or its refusal's.</summary>
    public string? FailureReason { get; init; }

    /// <summary>Gets a value indicating whether the seller's share is taken back with it, in proportion.</summary>
    public bool ReverseTransfer { get; init; }

    /// <summary>Gets a value indicating whether the commission is given back with it, in proportion.</summary>
    public bool RefundCommission { get; init; }

    /// <summary>Gets who asked for it; an id of staff or of a system, no personal data.</summary>
    public string? RequestedBy { get; init; }

    /// <summary>Gets who agreed or refused; an id of staff, no personal data.</summary>
    public string? DecidedBy { get; init; }

    /// <summary>Gets when it was asked for.</summary>
    public required DateTimeOffset RequestedAt { get; init; }

    /// <summary>Gets when this attempt was first sent, or is about to be.</summary>
    public DateTimeOffset? SentAt { get; init; }

    /// <summary>Gets a value indicating whether its amount counts as spent: everything but rejected and failed refunds.</summary>
    public bool Counts => State is not (RefundState.Rejected or RefundState.Failed);

    /// <summary>Gets a value indicating whether it is to be sent, or was sent and got no answer.</summary>
    public bool IsToSend => State == RefundState.Approved || (State == RefundState.Processing && GatewayId is null);

    /// <summary>Gives the key of this attempt at the gateway, where keys of all payments meet.</summary>
    internal OperationKey KeyFor(PaymentId payment) => new(string.Create(CultureInfo.InvariantCulture, $"{Digest(payment)}-{Attempt}"));

    internal bool IsAbout(Refund refund, PaymentId payment) => GatewayId == refund.Id || (GatewayId is null && State == RefundState.Processing
        && refund.Metadata.TryGetValue(PaymentNotes.RefundKey, out var key) && key == KeyFor(payment).Value);

    // Payment and name together are longer than a key may be.
    private string Digest(PaymentId payment) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{payment}/{Key}")).AsSpan(0, 16));
}
