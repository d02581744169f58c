using System.Text.Json.Serialization;

namespace Commerce.Marketplaces;

/// <summary>What a seller says of a return.</summary>
/// <param name="Value">The word.</param>
[JsonConverter(typeof(ParsableJsonConverter<ReturnVerdict>))]
public readonly record struct ReturnVerdict(string Value) : IOpenEnum<ReturnVerdict>
{
    /// <summary>Gets: send it back, with a label where the marketplace makes one.</summary>
    public static ReturnVerdict Accept { get; } = new("accept");

    /// <summary>Gets: send it back, with a label of the seller's own.</summary>
    public static ReturnVerdict AcceptWithoutLabel { get; } = new("accept_without_label");

    /// <summary>Gets: send it back under the number <see cref="ReturnDecision.RmaNumber"/>.</summary>
    public static ReturnVerdict ProvideRma { get; } = new("provide_rma");

    /// <summary>Gets: keep it and get <see cref="ReturnDecision.Amount"/> back.</summary>
    public static ReturnVerdict OfferPartialRefund { get; } = new("offer_partial_refund");

    /// <summary>Gets: it is not taken back.</summary>
    public static ReturnVerdict Refuse { get; } = new("refuse");

    /// <summary>Gets: it arrived.</summary>
    public static ReturnVerdict ConfirmReceipt { get; } = new("confirm_receipt");

    /// <summary>Gets: it was looked at, and <see cref="ReturnDecision.Lines"/> are as they should be.</summary>
    public static ReturnVerdict ReportCondition { get; } = new("report_condition");

    /// <summary>Gets: the return is called off.</summary>
    public static ReturnVerdict Cancel { get; } = new("cancel");

    /// <summary>Gets: it is settled.</summary>
    public static ReturnVerdict Close { get; } = new("close");

    /// <inheritdoc/>
    public static ReturnVerdict From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}
