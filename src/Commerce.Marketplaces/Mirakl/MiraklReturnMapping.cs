using Commerce.Marketplaces.Mirakl.Wire;

namespace Commerce.Marketplaces.Mirakl;

/// <summary>Mirakl's returns to ours, and our decisions to Mirakl's. Pure functions.</summary>
internal static class MiraklReturnMapping
{
    internal static MarketplaceReturn FromReturn(MiraklReturn item) => new()
    {
        Id = new MarketplaceReturnId(MiraklMapping.Needed(item.Id, "id")),
        OrderId = new MarketplaceOrderId(MiraklMapping.Needed(item.OrderId, "order_id")),
        State = StateOf(item.State),
        VendorState = item.State ?? "",
        VendorReason = item.ReasonCode ?? item.ReturnLines?.Select(static line => line.ReasonCode).FirstOrDefault(static reason => reason is not null),
        CreatedAt = item.DateCreated ?? throw new FormatException("date_created"),
        Lines =
        [
            .. (item.ReturnLines ?? throw new FormatException("return_lines")).Select(static line => new ParcelLine
            {
                LineId = new MarketplaceOrderLineId(MiraklMapping.Needed(line.OrderLineId, "return_lines.order_line_id")),
                Quantity = line.Quantity ?? throw new FormatException("return_lines.quantity"),
            }),
        ],
        TrackingNumber = item.Tracking?.TrackingNumber,
        LabelUrl = Uri.TryCreate(item.LabelUrl, UriKind.Absolute, out var label) ? label : null,
    };

    /// <summary>Gives the last part of the address of a verdict; none where Mirakl has no such verdict, or something is missing.</summary>
    internal static string? ActionOf(ReturnDecision decision) => Objection(decision) is not null ? null : decision.Verdict.Value switch
    {
        "accept" or "refuse" => "accept",
        "confirm_receipt" => "receive",
        "report_condition" => "compliance",
        "cancel" => "cancel",
        _ => "close",
    };

    internal static Refusal? Objection(ReturnDecision decision)
    {
        if (decision.VendorFields.Count > 0)
        {
            return new Refusal(RefusalCode.NotSupported, "VendorFields is not empty: this client sends none to Mirakl, leave them out.") { Field = nameof(decision.VendorFields) };
        }

        return decision.Verdict.Value switch
        {
            "accept" or "confirm_receipt" or "cancel" or "close" => null,
            "refuse" when string.IsNullOrEmpty(decision.VendorReason) => new Refusal(
                RefusalCode.Validation, "VendorReason is empty: a refusal of a return needs the operator's code.") { Field = nameof(decision.VendorReason) },
            "report_condition" when decision.Lines.Count == 0 => new Refusal(
                RefusalCode.Validation, "Lines is empty: name the lines whose condition is reported.") { Field = nameof(decision.Lines) },
            "refuse" or "report_condition" => null,
            _ => new Refusal(RefusalCode.NotSupported, $"Mirakl has no verdict {decision.Verdict}: a refund is made by RefundOrderAsync.") { Field = nameof(decision.Verdict) },
        };
    }

    internal static MiraklReturnAction ToAction(ReturnDecision decision) => decision.Verdict.Value switch
    {
        "accept" => new MiraklReturnAction { Id = decision.ReturnId.Value, Accepted = true },
        "refuse" => new MiraklReturnAction { Id = decision.ReturnId.Value, Accepted = false, RejectionReasonCode = decision.VendorReason },
        "report_condition" => new MiraklReturnAction
        {
            Id = decision.ReturnId.Value,
            ReturnLines =
            [
                .. decision.Lines.Select(line => new MiraklReturnCondition
                {
                    OrderLineId = line.LineId.Value,
                    Compliant = decision.VendorReason is null,
                    NonComplianceReasonCode = decision.VendorReason,
                    NonComplianceAdditionalInfo = decision.VendorReason is null ? null : decision.Note,
                }),
            ],
        },
        _ => new MiraklReturnAction { Id = decision.ReturnId.Value },
    };

    private static MarketplaceReturnState StateOf(string? state) => state switch
    {
        "WAITING_ACCEPTANCE" => MarketplaceReturnState.AwaitingDecision,
        "IN_PROGRESS" => MarketplaceReturnState.Accepted,
        "RECEIVED" => MarketplaceReturnState.Received,
        "REFUSED" => MarketplaceReturnState.Refused,
        "CANCELED" => MarketplaceReturnState.Cancelled,

        // The goods never came and nobody waits for them any more.
        "NO_RECEPTION" or "CLOSED" => MarketplaceReturnState.Closed,
        _ => MarketplaceReturnState.Unknown,
    };
}
