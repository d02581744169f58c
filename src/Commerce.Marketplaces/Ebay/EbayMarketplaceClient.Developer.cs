using Commerce.Http;
using Commerce.Marketplaces.Ebay.Wire;

namespace Commerce.Marketplaces.Ebay;

internal sealed partial class EbayMarketplaceClient
{
    private const string Feed = "sell/feed/v1/";

    private static readonly VendorOperation CreateSigningKey = new("create-signing-key");
    private static readonly VendorOperation ReadQuotas = new("read-quotas");
    private static readonly VendorOperation RequestReport = new("request-report");
    private static readonly VendorOperation GetReport = new("get-report");
    private static readonly VendorOperation DownloadReport = new("download-report");

    public async Task<Outcome<EbaySigningKey>> CreateSigningKeyAsync(EbaySigningCipher cipher, CancellationToken cancellationToken = default)
    {
        var body = new EbaySigningKeyInput(cipher == EbaySigningCipher.Rsa ? "RSA" : "ED25519");
        var answer = await SendAsync(
            () => Post(Second("developer/key_management/v1/signing_key"), body, EbayJson.Default.EbaySigningKeyInput, EbayToken.Application),
            CreateSigningKey,
            cancellationToken).ConfigureAwait(false);
        if (!answer.IsSuccess)
        {
            return Refused<EbaySigningKey>(answer);
        }

        var key = answer.ReadJson(EbayJson.Default.EbaySigningKeyAnswer);
        return key is { SigningKeyId: { Length: > 0 } id, Jwe: { Length: > 0 } jwe, PrivateKey: { Length: > 0 } secret }
            ? Outcome.Of(answer.Map(key, wire => new EbaySigningKey
            {
                Id = id,
                Jwe = jwe,
                PrivateKey = secret,
                ExpiresAt = wire.ExpirationTime is { } seconds ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null,
            }))
            : throw new CommerceException(CommerceErrorKind.Protocol, "ebay create-signing-key: signingKeyId, jwe or privateKey is missing. A key may have been made.")
            {
                // The body is kept out of this failure: it may hold half of a private key.
                Vendor = "ebay", Operation = CreateSigningKey.Name, HttpStatus = answer.Status, RequestId = answer.RequestId,
            };
    }

    public async Task<IReadOnlyList<EbayQuota>> ReadQuotasAsync(string? context = null, string? api = null, CancellationToken cancellationToken = default)
    {
        var address = new QueryAddress("developer/analytics/v1_beta/rate_limit/").Add("api_context", context).Add("api_name", api).ToString();
        var answer = await ReadAsync(() => Get(address, EbayToken.Application), ReadQuotas, cancellationToken).ConfigureAwait(false);
        if (answer.Status == 204)
        {
            return [];
        }

        return answer.Map(answer.ReadJson(EbayJson.Default.EbayRateLimits), static body => (IReadOnlyList<EbayQuota>)
        [
            .. from limits in body.RateLimits ?? throw new FormatException("rateLimits")
               from resource in limits.Resources ?? []
               from rate in resource.Rates ?? []
               select new EbayQuota(
                   $"{limits.ApiContext}/{limits.ApiName}",
                   resource.Name ?? "",
                   EbayMapping.Needed(rate.Limit, "rates.limit"),
                   EbayMapping.Needed(rate.Remaining, "rates.remaining"),
                   rate.Reset,
                   TimeSpan.FromSeconds(rate.TimeWindow ?? 0)),
        ]);
    }

    public async Task<Outcome<EbayReport>> RequestListingReportAsync(CancellationToken cancellationToken = default)
    {
        var body = new EbayFeedInput("LMS_ACTIVE_INVENTORY_REPORT", "1.0");
        var answer = await SendAsync(() => Post(Feed + "inventory_task", body, EbayJson.Default.EbayFeedInput), RequestReport, cancellationToken).ConfigureAwait(false);
        return answer.IsSuccess
            ? Outcome.Of(new EbayReport(KeyOf(answer), MarketplaceRequestState.Pending, "CREATED"))
            : Refused<EbayReport>(answer);
    }

    public async Task<EbayReport> GetReportAsync(EbayReport report, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(report);
        var address = $"{Feed}inventory_task/{Uri.EscapeDataString(report.Id)}";
        var answer = await ReadAsync(() => Get(address), GetReport, cancellationToken).ConfigureAwait(false);
        var status = answer.ReadJson(EbayJson.Default.EbayFeedTask).Status ?? throw answer.Malformed("status is missing");
        return report with
        {
            VendorState = status,
            State = status switch
            {
                "COMPLETED" or "COMPLETED_WITH_ERROR" => MarketplaceRequestState.Done,
                "FAILED" or "ABORTED" or "UNSUPPORTED_FEED" => MarketplaceRequestState.Failed,
                _ => MarketplaceRequestState.Pending,
            },
        };
    }

    public async Task<ReadOnlyMemory<byte>> DownloadReportAsync(EbayReport report, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(report);
        var address = $"{Feed}task/{Uri.EscapeDataString(report.Id)}/download_result_file";
        var answer = await ReadAsync(
            () =>
            {
                // The result is a file and nothing else.
                var request = Get(address);
                request.Headers.TryAddWithoutValidation("Accept", "application/octet-stream, application/json");
                return request;
            },
            DownloadReport,
            cancellationToken).ConfigureAwait(false);
        return answer.Body.Length > 0 ? answer.Body : throw answer.Malformed("the file is empty");
    }
}
