using System.Net.Http.Headers;
using Commerce.Http;
using Commerce.Payments.Stripe.Wire;

namespace Commerce.Payments.Stripe;

/// <summary>Disputes and their evidence. Source: Stripe API reference, Disputes and Files.</summary>
internal sealed partial class StripePaymentGateway : IDisputeClient
{
    internal const string UploadLimit = "upload-evidence";

    private static readonly VendorOperation FindDispute = new("find-dispute");
    private static readonly VendorOperation ListDisputesOperation = new("list-disputes");
    private static readonly VendorOperation SubmitEvidence = new("submit-evidence") { IsSafeToRepeat = true };
    private static readonly VendorOperation AcceptDispute = new("accept-dispute") { IsSafeToRepeat = true };
    private static readonly VendorOperation UploadEvidence = new(UploadLimit) { IsSafeToRepeat = true };

    public Task<Dispute?> FindDisputeAsync(
        GatewayDisputeId disputeId, ConnectedAccountId? seller = null, CancellationToken cancellationToken = default) => WithoutBodyAsync(FindAsync(
        Under("disputes", disputeId.Value), FindDispute, StripeJson.Default.StripeDispute,
        (dispute, requestId) => StripeMapping.FromDispute(dispute, seller) with { RequestId = requestId }, seller, cancellationToken));

    public Paged<Dispute> ListDisputes(DisputeQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return WithoutBody(List(
            () => CreatedWithin("v1/disputes", query.PageSize, query.CreatedFrom, query.CreatedBefore).Add("payment_intent", query.PaymentId?.Value),
            ListDisputesOperation, StripeConnectJson.Default.StripeListStripeDispute, static dispute => dispute.Id,
            (dispute, requestId) => StripeMapping.FromDispute(dispute, query.Seller) with { RequestId = requestId }, query.Seller));
    }

    public Task<Outcome<Dispute>> SubmitEvidenceAsync(DisputeEvidence request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var form = new StripeForm();
        return StripeEvidence.ToForm(request, form) is { } refusal
            ? Task.FromResult(Outcome.Refused<Dispute>(refusal))
            : DisputeAsync(request.DisputeId, "", SubmitEvidence, request.Key, form, request.Seller, cancellationToken);
    }

    public Task<Outcome<Dispute>> AcceptDisputeAsync(
        OperationKey key, GatewayDisputeId disputeId, ConnectedAccountId? seller = null, CancellationToken cancellationToken = default) =>
        DisputeAsync(disputeId, "/close", AcceptDispute, key, new StripeForm(), seller, cancellationToken);

    public Task<Outcome<EvidenceFile>> UploadEvidenceAsync(EvidenceUpload request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return request.ContentType is "application/pdf" or "image/jpeg" or "image/png"
            ? WithoutBodyAsync(UploadAsync(request, cancellationToken))
            : Task.FromResult(Outcome.Refused<EvidenceFile>(
                RefusalCode.Validation, $"ContentType is {request.ContentType}: Stripe takes application/pdf, image/jpeg or image/png.", nameof(request.ContentType)));
    }

    private async Task<Outcome<EvidenceFile>> UploadAsync(EvidenceUpload request, CancellationToken cancellationToken)
    {
        // Uploads have a host of their own.
        var message = new HttpRequestMessage(HttpMethod.Post, new Uri(options.FilesHost(), "v1/files")) { Content = Document(request) };
        message.Headers.TryAddWithoutValidation("Idempotency-Key", request.Key.Value);
        var answer = await channel.SendAsync(ActFor(message, request.Seller), UploadEvidence, cancellationToken).ConfigureAwait(false);
        return answer.Status == 413
            ? Outcome.Refused<EvidenceFile>(answer.Refusal(RefusalCode.Validation, nameof(request.Content)))
            : await JudgeAsync(
                answer, StripeConnectJson.Default.StripeFile, static (file, requestId) => new EvidenceFile(StripeMapping.Needed(file.Id, "id"), file.Size) { RequestId = requestId },
                null, null).ConfigureAwait(false);
    }

    // The parts are named exactly so.
    private static MultipartFormDataContent Document(EvidenceUpload request)
    {
        var purpose = new ByteArrayContent("dispute_evidence"u8.ToArray());
        purpose.Headers.ContentDisposition = new ContentDispositionHeaderValue("form-data") { Name = "\"purpose\"" };
        var file = new ReadOnlyMemoryContent(request.Content);
        file.Headers.ContentType = new MediaTypeHeaderValue(request.ContentType);
        file.Headers.ContentDisposition = new ContentDispositionHeaderValue("form-data")
        {
            Name = "\"file\"", FileName = $"\"{WireText.ToAscii(request.FileName).Replace('"', '_').Replace('\\', '_')}\"",
        };
        return new MultipartFormDataContent { purpose, file };
    }

    private Task<Outcome<Dispute>> DisputeAsync(
        GatewayDisputeId disputeId,
        string step,
        VendorOperation operation,
        OperationKey key,
        StripeForm form,
        ConnectedAccountId? seller,
        CancellationToken cancellationToken) => WithoutBodyAsync(PostAsync(
        Under("disputes", disputeId.Value, step), operation, key, form, StripeJson.Default.StripeDispute,
        (dispute, requestId) => StripeMapping.FromDispute(dispute, seller) with { RequestId = requestId }, null, seller, cancellationToken,
        async answer => await FindDisputeAsync(disputeId, seller, cancellationToken).ConfigureAwait(false) switch
        {
            null => null,
            { Status: var status } when status != DisputeStatus.NeedsResponse && status != DisputeStatus.Unknown =>
                Outcome.Refused<Dispute>(answer.Refusal(RefusalCode.InvalidTransition)),
            { EvidenceDueBy: { } due } when due < channel.Clock.GetUtcNow() => Outcome.Refused<Dispute>(answer.Refusal(RefusalCode.WindowExpired)),
            _ => null,
        }));
}
