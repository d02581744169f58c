using Commerce.Http;
using Commerce.Marketplaces.Ebay.Wire;

namespace Commerce.Marketplaces.Ebay;

internal sealed partial class EbayMarketplaceClient
{
    private const string Disputes = "sell/fulfillment/v1/payment_dispute";

    private static readonly VendorOperation ListInquiriesCall = new("list-inquiries");
    private static readonly VendorOperation ListCasesCall = new("list-cases");
    private static readonly VendorOperation ProvideShipment = new("provide-shipment") { IsSafeToRepeat = true };
    private static readonly VendorOperation RefundResolution = new("refund-resolution");
    private static readonly VendorOperation WriteToInquiry = new("write-to-inquiry");
    private static readonly VendorOperation ListDisputes = new("list-disputes");
    private static readonly VendorOperation FindDispute = new("find-dispute");
    private static readonly VendorOperation AnswerDispute = new("answer-dispute");

    public Paged<EbayResolutionCase> ListInquiries(EbayResolutionQuery query) => ListResolutions(query, EbayResolutionKind.Inquiry);

    public Paged<EbayResolutionCase> ListCases(EbayResolutionQuery query) => ListResolutions(query, EbayResolutionKind.Case);

    public Task<Outcome<EbayResolutionCase>> ProvideShipmentAsync(
        EbayResolutionCase resolution, string carrier, string trackingNumber, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(resolution);
        ArgumentException.ThrowIfNullOrWhiteSpace(carrier);
        ArgumentException.ThrowIfNullOrWhiteSpace(trackingNumber);
        var body = new EbayShipmentInfo(EbayCodes.Carrier(carrier, options.CarrierCodes), Tracking(trackingNumber));
        return SendResolutionAsync(
            resolution,
            () => Post(ResolutionPath(resolution, "provide_shipment_info"), body, EbayJson.Default.EbayShipmentInfo, EbayToken.PostOrder),
            ProvideShipment,
            cancellationToken);
    }

    public Task<Outcome<EbayResolutionCase>> RefundResolutionAsync(
        EbayResolutionCase resolution, string? note = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(resolution);
        var body = new EbayComments(note is null ? null : new EbayText(note));
        return SendResolutionAsync(
            resolution,
            () => Post(ResolutionPath(resolution, "issue_refund"), body, EbayJson.Default.EbayComments, EbayToken.PostOrder, isSigned: true),
            RefundResolution,
            cancellationToken);
    }

    public Task<Outcome<EbayResolutionCase>> WriteToInquiryAsync(EbayResolutionCase resolution, string text, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(resolution);
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        if (resolution.Kind != EbayResolutionKind.Inquiry)
        {
            return Task.FromResult(Outcome.Refused<EbayResolutionCase>(
                RefusalCode.NotSupported, $"The case {resolution.Id} takes no messages: eBay decides it.", nameof(resolution)));
        }

        if (text.Length > 1000)
        {
            return Task.FromResult(Outcome.Refused<EbayResolutionCase>(
                RefusalCode.Validation, $"text has {text.Length} characters: at most 1 000.", nameof(text)));
        }

        return SendResolutionAsync(
            resolution,
            () => Post(ResolutionPath(resolution, "send_message"), new EbayMessageText(new EbayText(text)), EbayJson.Default.EbayMessageText, EbayToken.PostOrder),
            WriteToInquiry,
            cancellationToken);
    }

    public Paged<EbayPaymentDispute> ListPaymentDisputes(EbayPaymentDisputeQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return new Paged<EbayPaymentDispute>(async (token, cancellationToken) =>
        {
            var offset = Offset(token);
            var address = new QueryAddress(Second(Disputes + "_summary"))
                .Add("order_id", query.OrderId?.Value)
                .Add("open_date_from", query.OpenedSince is { } since ? EbayMapping.Time(since) : null)
                .Add("payment_dispute_status", query.VendorState)
                .Add("limit", query.PageSize)
                .Add("offset", offset)
                .ToString();
            var answer = await ReadAsync(() => Get(address), ListDisputes, cancellationToken).ConfigureAwait(false);
            var page = answer.ReadJson(EbayJson.Default.EbayDisputes);
            var found = Entries(answer, page.PaymentDisputeSummaries, "paymentDisputeSummaries");
            return new Page<EbayPaymentDispute>(
                answer.Map(found, static all => (IReadOnlyList<EbayPaymentDispute>)[.. all.Select(FromDispute)]), Next(offset, found.Count, page.Total), page.Total);
        });
    }

    public async Task<EbayPaymentDispute?> FindPaymentDisputeAsync(string id, CancellationToken cancellationToken = default)
    {
        var found = await ReadDisputeAsync(id, cancellationToken).ConfigureAwait(false);
        return found is null ? null : found.Value.Answer.Map(found.Value.Dispute, FromDispute);
    }

    public async Task<Outcome<EbayPaymentDispute>> AnswerPaymentDisputeAsync(
        string id, bool isAccepted, string? note = null, CancellationToken cancellationToken = default)
    {
        if (await ReadDisputeAsync(id, cancellationToken).ConfigureAwait(false) is not { } found)
        {
            return Outcome.Refused<EbayPaymentDispute>(RefusalCode.NotFound, $"The payment dispute {id} is not known.", nameof(id));
        }

        var dispute = found.Answer.Map(found.Dispute, FromDispute);
        if (found.Dispute.Revision is not { } revision)
        {
            throw found.Answer.Malformed("revision is missing");
        }

        // The revision tells eBay which state the answer was given to: an answer to an older one is refused.
        var body = new EbayDisputeAnswer(revision, isAccepted ? null : note);
        var address = Second($"{Disputes}/{Uri.EscapeDataString(id)}/{(isAccepted ? "accept" : "contest")}");
        var answer = await SendAsync(() => Post(address, body, EbayJson.Default.EbayDisputeAnswer), AnswerDispute, cancellationToken).ConfigureAwait(false);
        return answer.IsSuccess ? Outcome.Of(dispute) : Refused<EbayPaymentDispute>(answer);
    }

    private static string ResolutionPath(EbayResolutionCase resolution, string action) =>
        $"{PostOrder}{(resolution.Kind == EbayResolutionKind.Inquiry ? "inquiry" : "casemanagement")}/{Uri.EscapeDataString(resolution.Id)}/{action}";

    private static EbayResolutionCase FromResolution(EbayResolution wire, EbayResolutionKind kind) => new()
    {
        Id = EbayMapping.Needed(kind == EbayResolutionKind.Inquiry ? wire.InquiryId : wire.CaseId, kind == EbayResolutionKind.Inquiry ? "members.inquiryId" : "members.caseId"),
        Kind = kind,
        VendorState = (kind == EbayResolutionKind.Inquiry ? wire.InquiryStatusEnum : wire.CaseStatusEnum) ?? "",
        CreatedAt = EbayMapping.Needed(wire.CreationDate?.Value, "members.creationDate"),
        UpdatedAt = wire.LastModifiedDate?.Value,
        AnswerBy = wire.RespondByDate?.Value,
        ItemId = wire.ItemId,
        LineId = wire.TransactionId is { Length: > 0 } line ? new MarketplaceOrderLineId(line) : null,
        Claim = EbayMapping.Money(wire.ClaimAmount),
    };

    private static EbayPaymentDispute FromDispute(EbayDispute wire) => new()
    {
        Id = EbayMapping.Needed(wire.PaymentDisputeId, "paymentDisputeId"),
        OrderId = new MarketplaceOrderId(EbayMapping.Needed(wire.OrderId, "orderId")),
        VendorState = wire.PaymentDisputeStatus ?? "",
        VendorReason = wire.Reason,
        Amount = EbayMapping.Money(wire.Amount),
        OpenedAt = EbayMapping.Needed(wire.OpenDate, "openDate"),
        AnswerBy = wire.RespondByDate,
        ClosedAt = wire.ClosedDate,
        Choices = [.. (wire.AvailableChoices ?? []).Where(static choice => choice is not null)],
    };

    private string Second(string path) => new Uri(options.Second, path).AbsoluteUri;

    private Paged<EbayResolutionCase> ListResolutions(EbayResolutionQuery query, EbayResolutionKind kind)
    {
        ArgumentNullException.ThrowIfNull(query);
        var isInquiry = kind == EbayResolutionKind.Inquiry;
        return new Paged<EbayResolutionCase>(async (token, cancellationToken) =>
        {
            var offset = Offset(token);
            var address = new QueryAddress(PostOrder + (isInquiry ? "inquiry/search" : "casemanagement/search"))
                .Add(isInquiry ? "inquiry_creation_date_range_from" : "case_creation_date_range_from", query.CreatedSince is { } since ? EbayMapping.Time(since) : null)
                .Add("role", "SELLER")
                .Add("limit", query.PageSize)
                .Add("offset", offset)
                .ToString();
            var answer = await ReadAsync(() => Get(address, EbayToken.PostOrder), isInquiry ? ListInquiriesCall : ListCasesCall, cancellationToken).ConfigureAwait(false);
            var page = answer.ReadJson(EbayJson.Default.EbayResolutions);
            var found = Entries(answer, page.Members, "members");
            var all = answer.Map(found, members => (IReadOnlyList<EbayResolutionCase>)[.. members.Select(wire => FromResolution(wire, kind))]);
            return new Page<EbayResolutionCase>(
                query.IncludeRaw ? answer.WithRaw("members", all, static (entry, raw) => entry with { Raw = raw }) : all,
                Next(offset, found.Count, page.PaginationOutput?.TotalEntries),
                page.PaginationOutput?.TotalEntries);
        });
    }

    private async Task<Outcome<EbayResolutionCase>> SendResolutionAsync(
        EbayResolutionCase resolution, Func<HttpRequestMessage> make, VendorOperation operation, CancellationToken cancellationToken)
    {
        var answer = await SendAsync(make, operation, cancellationToken).ConfigureAwait(false);
        return answer.IsSuccess ? Outcome.Of(resolution) : Refused<EbayResolutionCase>(answer);
    }

    private async Task<(EbayDispute Dispute, VendorAnswer Answer)?> ReadDisputeAsync(string id, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        var address = Second($"{Disputes}/{Uri.EscapeDataString(id)}");
        var answer = await SendAsync(() => Get(address), FindDispute, cancellationToken).ConfigureAwait(false);
        if (answer.Status == 404)
        {
            return null;
        }

        return answer.IsSuccess ? (answer.ReadJson(EbayJson.Default.EbayDispute), answer) : throw answer.Failure();
    }
}
