using System.Globalization;
using Commerce.Http;
using Commerce.Marketplaces.Amazon.Wire;

namespace Commerce.Marketplaces.Amazon;

internal sealed partial class AmazonMarketplaceClient
{
    private static readonly VendorOperation CreateReport = new("create-report") { IsSafeToRepeat = true };
    private static readonly VendorOperation GetReport = new("get-report");
    private static readonly VendorOperation ListReportsCall = new("list-reports");
    private static readonly VendorOperation CancelReportCall = new("cancel-report") { IsSafeToRepeat = true };
    private static readonly VendorOperation GetReportDocument = new("get-report-document");
    private static readonly VendorOperation RestrictedToken = new("restricted-token") { IsSafeToRepeat = true };
    private static readonly VendorOperation ListReturnsCall = new("list-returns");
    private static readonly VendorOperation FindReturnCall = new("find-return");

    public async Task<ItemOutcome<string>> RequestReportAsync(AmazonReportRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var body = new AmazonNewReport
        {
            ReportType = request.Type,
            DataStartTime = request.Since?.ToUniversalTime(),
            DataEndTime = request.Until?.ToUniversalTime(),
            MarketplaceIds = request.MarketplaceIds.Count == 0 ? [.. options.MarketplaceIds] : request.MarketplaceIds,
            ReportOptions = request.Options.Count == 0 ? null : request.Options,
        };
        var answer = await SendAsync(
            () => VendorJson.Request(HttpMethod.Post, "reports/2021-06-30/reports", body, AmazonJson.Default.AmazonNewReport), CreateReport, cancellationToken).ConfigureAwait(false);
        if (AmazonErrors.IsRefusal(answer))
        {
            return new ItemOutcome<string>(request.Type, Refused(answer));
        }

        var id = Read(answer, AmazonJson.Default.AmazonReportId).ReportId;
        return string.IsNullOrEmpty(id) ? throw answer.Malformed("the number of the report (reportId) is missing") : new ItemOutcome<string>(id);
    }

    public async Task<AmazonReport?> FindReportAsync(string reportId, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reportId);
        var answer = await GetAsync(new QueryAddress($"reports/2021-06-30/reports/{Segment(reportId)}"), GetReport, cancellationToken).ConfigureAwait(false);
        return answer.Status == 404 ? null : answer.Map(Read(answer, AmazonJson.Default.AmazonReportStatus), FromReport);
    }

    public Paged<AmazonReport> ListReports(AmazonReportQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return new Paged<AmazonReport>(async (token, cancellationToken) =>
        {
            // A token stands for all filters and must come alone.
            var address = token is { } next
                ? new QueryAddress("reports/2021-06-30/reports").Add("nextToken", next.Value)
                : new QueryAddress("reports/2021-06-30/reports")
                    .Add("reportTypes", string.Join(',', query.Types))
                    .Add("processingStatuses", query.States.Count == 0 ? null : string.Join(',', query.States))
                    .Add("pageSize", query.PageSize)
                    .Add("createdSince", Time(query.CreatedSince));
            var answer = await GetAsync(address, ListReportsCall, cancellationToken).ConfigureAwait(false);
            var page = Read(answer, AmazonJson.Default.AmazonReports);
            return new Page<AmazonReport>(
                answer.Map(page, static body => (IReadOnlyList<AmazonReport>)[.. (body.Reports ?? throw new FormatException("reports")).Select(FromReport)]),
                string.IsNullOrEmpty(page.NextToken) ? null : new ContinuationToken(page.NextToken));
        });
    }

    public async Task<ItemOutcome<string>> CancelReportAsync(string reportId, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reportId);
        var answer = await SendAsync(
            () => new HttpRequestMessage(HttpMethod.Delete, $"reports/2021-06-30/reports/{Segment(reportId)}"), CancelReportCall, cancellationToken).ConfigureAwait(false);
        return answer.IsSuccess
            ? new ItemOutcome<string>(reportId)
            : AmazonErrors.IsRefusal(answer) ? new ItemOutcome<string>(reportId, Refused(answer)) : throw answer.Failure();
    }

    public async Task<ReadOnlyMemory<byte>> ReadReportAsync(string documentId, bool isRestricted = false, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(documentId);
        var path = $"reports/2021-06-30/documents/{Segment(documentId)}";
        var token = isRestricted
            ? (await CreateRestrictedTokenAsync([new AmazonRestrictedResource("GET", "/" + path)], null, cancellationToken).ConfigureAwait(false)).Token.Reveal()
            : null;
        return (await ReadDocumentAsync(path, GetReportDocument, token, cancellationToken).ConfigureAwait(false)).Content;
    }

    public async Task<AmazonRestrictedToken> CreateRestrictedTokenAsync(
        IReadOnlyList<AmazonRestrictedResource> resources, string? targetApplication = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(resources);
        if (resources.Count is 0 or > 50)
        {
            throw new ArgumentException($"resources has {resources.Count} entries: give 1 to 50.", nameof(resources));
        }

        var body = new AmazonTokenRequest(
            [.. resources.Select(static resource => new AmazonTokenResource(resource.Method, resource.Path, resource.DataElements.Count == 0 ? null : resource.DataElements))],
            targetApplication);
        var answer = await SendAsync(
            () => VendorJson.Request(HttpMethod.Post, "tokens/2021-03-01/restrictedDataToken", body, AmazonJson.Default.AmazonTokenRequest),
            RestrictedToken,
            cancellationToken).ConfigureAwait(false);
        var token = Read(answer, AmazonJson.Default.AmazonRestrictedTokenAnswer);
        return !string.IsNullOrWhiteSpace(token.RestrictedDataToken) && token.ExpiresIn > 0
            ? answer.Map(token, static read => new AmazonRestrictedToken(new Secret(read.RestrictedDataToken!), TimeSpan.FromSeconds(read.ExpiresIn!.Value)))
            : throw answer.Malformed("the token (restrictedDataToken) or its life time (expiresIn) is missing");
    }

    public Paged<MarketplaceReturn> ListReturns(ReturnQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);

        // By change Amazon can be asked for one location and state only, so what is older is left out here.
        var wanted = new AmazonReturnQuery { PageSize = query.PageSize, IncludeRaw = query.IncludeRaw };
        return ReturnPages(wanted, (entry, found) =>
            (query.OrderId is null || found.OrderId == query.OrderId) && !(entry.LastUpdatedDateTime < query.ChangedSince));
    }

    public Paged<MarketplaceReturn> ListReturns(AmazonReturnQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return ReturnPages(query, static (_, _) => true);
    }

    public async Task<MarketplaceReturn?> FindReturnAsync(MarketplaceReturnId returnId, CancellationToken cancellationToken = default)
    {
        var address = new QueryAddress($"externalFulfillment/2024-09-11/returns/{Segment(returnId.Value)}");
        var answer = await GetAsync(address, FindReturnCall, cancellationToken).ConfigureAwait(false);
        return answer.Status == 404 ? null : answer.Map(Read(answer, AmazonJson.Default.AmazonReturn), FromReturn);
    }

    public Task<IReadOnlyList<ItemOutcome<MarketplaceReturnId>>> DecideReturnsAsync(
        IReadOnlyList<ReturnDecision> decisions, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(decisions);
        return Task.FromResult<IReadOnlyList<ItemOutcome<MarketplaceReturnId>>>(
        [
            .. decisions.Select(static decision => new ItemOutcome<MarketplaceReturnId>(decision.ReturnId, new Refusal(
                RefusalCode.NotSupported, "Amazon's API decides no returns: do it in Seller Central, and pay back with a refund."))),
        ]);
    }

    private static AmazonReport FromReport(AmazonReportStatus report) => new()
    {
        Id = AmazonMapping.Needed(report.ReportId, "reportId"),
        Type = AmazonMapping.Needed(report.ReportType, "reportType"),
        State = AmazonMapping.Needed(report.ProcessingStatus, "processingStatus"),
        CreatedAt = report.CreatedTime,
        Since = report.DataStartTime,
        Until = report.DataEndTime,
        StartedAt = report.ProcessingStartTime,
        EndedAt = report.ProcessingEndTime,
        MarketplaceIds = report.MarketplaceIds ?? [],
        ScheduleId = report.ReportScheduleId,
        DocumentId = report.ReportDocumentId,
    };

    private static MarketplaceReturn FromReturn(AmazonReturn entry) => new()
    {
        Id = new MarketplaceReturnId(AmazonMapping.Needed(entry.Id, "id")),
        OrderId = new MarketplaceOrderId(AmazonMapping.Needed(entry.MarketplaceChannelDetails?.CustomerOrderId, "marketplaceChannelDetails.customerOrderId")),
        State = AmazonStates.OfReturn(entry.Status),
        VendorState = AmazonMapping.Needed(entry.Status, "status"),
        VendorReason = entry.ReturnMetadata?.ReturnReason is { } reason ? WireText.Cut(reason, 200) : null,
        CreatedAt = entry.CreationDateTime ?? entry.LastUpdatedDateTime ?? throw new FormatException("lastUpdatedDateTime"),

        // A return has no order line; the SKU stands for it.
        Lines = entry.NumberOfUnits is > 0 and var units && (entry.MerchantSku ?? entry.MarketplaceChannelDetails?.ChannelSku) is { Length: > 0 } sku
            ? [new ParcelLine { LineId = new MarketplaceOrderLineId(sku), Quantity = units }]
            : [],
        TrackingNumber = entry.ReturnShippingInfo?.ReverseTrackingInfo?.TrackingId,
    };

    private Paged<MarketplaceReturn> ReturnPages(AmazonReturnQuery query, Func<AmazonReturn, MarketplaceReturn, bool> isWanted) => new(async (token, cancellationToken) =>
    {
        var address = new QueryAddress("externalFulfillment/2024-09-11/returns")
            .Add("returnLocationId", query.ReturnLocationId)
            .Add("rmaId", query.RmaId)
            .Add("status", query.State)
            .Add("reverseTrackingId", query.TrackingNumber)
            .Add("createdSince", Time(query.CreatedSince))
            .Add("lastUpdatedSince", Time(query.ChangedSince))
            .Add("maxResults", query.PageSize.ToString(CultureInfo.InvariantCulture))
            .Add("nextToken", token?.Value);
        var answer = await GetAsync(address, ListReturnsCall, cancellationToken).ConfigureAwait(false);
        var page = Read(answer, AmazonJson.Default.AmazonReturns);
        var returns = answer.Map(page.Returns ?? [], list => (IReadOnlyList<MarketplaceReturn?>)
            [.. list.Select(entry => FromReturn(entry) is var item && isWanted(entry, item) ? item : null)]);
        if (query.IncludeRaw)
        {
            returns = answer.WithRaw("returns", returns, static (item, raw) => item is null ? null : item with { Raw = raw });
        }

        return new Page<MarketplaceReturn>(
            [.. returns.OfType<MarketplaceReturn>()],
            string.IsNullOrEmpty(page.NextToken) ? null : new ContinuationToken(page.NextToken));
    });
}
