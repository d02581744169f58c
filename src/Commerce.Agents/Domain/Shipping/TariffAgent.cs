using System.Security.Cryptography;
using Commerce.Carriers.Tariffs;
using Microsoft.Extensions.Options;

namespace Commerce.Agents.Domain.Shipping;

/// <summary>Takes price lists in, account by account: judged first, active when somebody says so.</summary>
/// <param name="tariffs">Reads, judges and activates.</param>
/// <param name="store">Where active lists are kept.</param>
/// <param name="files">Where the files are.</param>
/// <param name="options">How files are read.</param>
public sealed class TariffAgent(TariffManager tariffs, ITariffStore store, ITariffFileStore files, IOptions<ShippingOptions> options) :
    IHandle<UploadTariff, TariffUploads>, IHandle<ActivateTariff, TariffUploads>, IHandle<TariffDue, TariffUploads>
{
    private const int MaxName = 200;
    private const int MaxApprover = 100;
    private const int MaxListed = 100;

    /// <inheritdoc/>
    public async Task HandleAsync(UploadTariff message, AgentContext<TariffUploads> context, CancellationToken cancellationToken)
    {
        var uploads = context.Repository<TariffUpload>();
        if (await uploads.FindAsync(message.UploadId).ConfigureAwait(false) is { } known)
        {
            context.Reply(Judged(known.Value));
            return;
        }

        var refusals = new Refusals();
        refusals.RequireText(message.File, MaxName, nameof(message.File));
        var source = SourceOf(message.Account, refusals);
        if (source is null || refusals.Any)
        {
            context.Reply(new TariffAnswer(message.UploadId, null, refusals.List));
            return;
        }

        var report = await context.OnceAsync("read", _ => ReadAsync(message.File, source, cancellationToken)).ConfigureAwait(false);
        var upload = new TariffUpload
        {
            Id = message.UploadId,
            Account = message.Account,
            Carrier = source.Contract.Carrier,
            File = message.File,
            Report = report,
            Status = report.Errors.Count == 0 ? TariffUploadStatus.Validated : TariffUploadStatus.Rejected,
            UploadedAt = context.Clock.GetUtcNow(),
        };
        await uploads.CreateAsync(upload).ConfigureAwait(false);
        context.State = new TariffUploads { Count = context.State.Count + 1 };
        if (upload.Status == TariffUploadStatus.Rejected)
        {
            context.Publish(new TariffRejected(upload.Id, upload.Account, upload.Carrier, report.Errors));
        }

        context.Reply(Judged(upload));
    }

    /// <inheritdoc/>
    public async Task HandleAsync(ActivateTariff message, AgentContext<TariffUploads> context, CancellationToken cancellationToken)
    {
        var id = message.UploadId.ToString();
        var known = await context.Repository<TariffUpload>().FindAsync(message.UploadId).ConfigureAwait(false);
        if (known is not { Value: { } upload } || upload.Account != message.Account)
        {
            context.Reply(Answer.Refused(id, new Refusal(RefusalCode.NotFound, $"{message.Account} has no upload {id}: upload it first.") { Field = nameof(message.UploadId) }));
            return;
        }

        var today = Today(context);
        var target = message.From > today ? TariffUploadStatus.Scheduled : TariffUploadStatus.Active;
        var refusals = new Refusals();
        if (TariffUploadTransitions.Table.Refuse(upload.Status, target) is { } refusal)
        {
            refusals.Add(refusal);
        }

        refusals.Require(message.From is null || message.From >= today, nameof(message.From), $"From is {message.From:yyyy-MM-dd}, which is past: give today or a day to come.");
        refusals.Require(
            message.ApprovedBy is null || Refusals.IsText(message.ApprovedBy, MaxApprover), nameof(message.ApprovedBy),
            $"ApprovedBy has {message.ApprovedBy?.Length} characters: give 1 to {MaxApprover}.");
        if (upload.Report.NeedsApproval && message.ApprovedBy is null)
        {
            refusals.Add(
                RefusalCode.PolicyViolation, nameof(message.ApprovedBy), $"Prices change by {upload.Report.ChangePercent} % on average, more than 10 %: give ApprovedBy.");
        }

        if (refusals.Any)
        {
            context.Reply(refusals.Answer(id));
            return;
        }

        upload = upload with { From = message.From, ApprovedBy = message.ApprovedBy };
        if (target == TariffUploadStatus.Active)
        {
            var failure = await ActivateAsync(upload, context, cancellationToken).ConfigureAwait(false);
            if (failure is null)
            {
                context.Cancel(Timer(upload.Id));
            }

            context.Reply(failure is null ? Answer.Done(id) : Answer.Refused(id, failure));
            return;
        }

        await context.Repository<TariffUpload>().UpdateAsync(upload with { Status = TariffUploadStatus.Scheduled }).ConfigureAwait(false);
        context.ScheduleAt(new TariffDue(upload.Id, upload.Account), ShipmentDelay.EndOf(message.From!.Value.AddDays(-1), options.Value.Zone()), Timer(upload.Id));
        context.Reply(Answer.Done(id));
    }

    /// <inheritdoc/>
    public async Task HandleAsync(TariffDue message, AgentContext<TariffUploads> context, CancellationToken cancellationToken)
    {
        var uploads = context.Repository<TariffUpload>();
        if (await uploads.FindAsync(message.UploadId).ConfigureAwait(false) is not { Value: { Status: TariffUploadStatus.Scheduled } upload }
            || await ActivateAsync(upload, context, cancellationToken).ConfigureAwait(false) is not { } refusal)
        {
            return;
        }

        await uploads.UpdateAsync(upload with { Status = TariffUploadStatus.Rejected }).ConfigureAwait(false);
        context.Publish(new TariffRejected(upload.Id, upload.Account, upload.Carrier, [refusal.Message]));
    }

    private static string Timer(Guid uploadId) => $"tariff-{uploadId:N}";

    private static string Hash(byte[] content) => Convert.ToHexString(SHA256.HashData(content));

    private static TariffAnswer Judged(TariffUpload upload)
    {
        var errors = upload.Report.Errors.Select(static error => Refusals.Invalid(nameof(UploadTariff.File), error)).ToList();
        return new TariffAnswer(upload.Id, upload.Report, errors);
    }

    private TariffSource? SourceOf(string account, Refusals refusals)
    {
        if (options.Value.Tariffs.TryGetValue(account, out var source))
        {
            return source;
        }

        refusals.Add(RefusalCode.NotFound, nameof(UploadTariff.Account), $"It is not known how price lists of {account} are read: name it in Tariffs of the options.");
        return null;
    }

    private async Task<Refusal?> ActivateAsync(TariffUpload upload, AgentContext<TariffUploads> context, CancellationToken cancellationToken)
    {
        var refusals = new Refusals();
        if (SourceOf(upload.Account, refusals) is not { } source)
        {
            return refusals.List[0];
        }

        var activation = await context.OnceAsync("activate", _ => ActivateAsync(upload, source, cancellationToken)).ConfigureAwait(false);
        if (activation.Refusal is { } refusal)
        {
            return refusal;
        }

        await context.Repository<TariffUpload>().UpdateAsync(upload with
        {
            Status = TariffUploadStatus.Active,
            Version = activation.Number,
            ActivatedAt = context.Clock.GetUtcNow(),
        }).ConfigureAwait(false);
        context.Publish(new TariffImported(
            upload.Id, upload.Account, upload.Carrier, upload.Report.PricesAccepted, upload.Report.Warnings, activation.ChangePercent));
        return null;
    }

    private async Task<TariffReport> ReadAsync(string file, TariffSource source, CancellationToken cancellationToken)
    {
        if (await ContentAsync(file, cancellationToken).ConfigureAwait(false) is not { } content)
        {
            return new TariffReport("", 0, 0, [$"There is no file {file}: store it first."], [], null, false);
        }

        var report = await ImportAsync(file, content, source, cancellationToken).ConfigureAwait(false);
        return new TariffReport(
            Hash(content), report.PricesRead, report.PricesAccepted, [.. report.Errors.Take(MaxListed).Select(static error => error.ToString())],
            [.. (report.Review?.Issues ?? []).Where(static issue => !issue.IsError).Take(MaxListed).Select(static issue => issue.Message)],
            report.Review?.ChangePercent, report.Review?.NeedsApproval ?? false);
    }

    private async Task<TariffActivation> ActivateAsync(TariffUpload upload, TariffSource source, CancellationToken cancellationToken)
    {
        if (await ContentAsync(upload.File, cancellationToken).ConfigureAwait(false) is not { } content || Hash(content) != upload.Report.Hash)
        {
            return Refused(new Refusal(RefusalCode.Conflict, $"The file {upload.File} has changed since it was judged: upload it again.") { Field = nameof(TariffUpload.File) });
        }

        var judged = await ImportAsync(upload.File, content, source, cancellationToken).ConfigureAwait(false);
        if (judged.Tariff is not { } tariff)
        {
            return Refused(Refusals.Invalid(nameof(TariffUpload.File), $"The file {upload.File} has {judged.ErrorCount} errors: correct it and upload it again."));
        }

        // A process that died after this call finds its list active already.
        var active = (await store.GetActiveAsync(cancellationToken).ConfigureAwait(false)).FirstOrDefault(version => version.Tariff.Contract.Account == upload.Account);
        if (active is not null && active.Tariff.Rows.SequenceEqual(tariff.Rows))
        {
            return new TariffActivation(active.Number, active.ChangePercent, null);
        }

        var outcome = await tariffs.ActivateAsync(tariff, upload.ApprovedBy, cancellationToken).ConfigureAwait(false);
        return outcome.TryGet(out var version, out var refusal) ? new TariffActivation(version.Number, version.ChangePercent, null) : Refused(refusal);

        static TariffActivation Refused(Refusal refusal) => new(0, null, refusal);
    }

    /// <summary>Reads and judges a file; nothing is activated.</summary>
    private async Task<TariffImportReport> ImportAsync(string file, byte[] content, TariffSource source, CancellationToken cancellationToken)
    {
        using var stream = new MemoryStream(content, writable: false);
        return await tariffs.ImportAsync(new TariffFile(file, stream), source.Mapping, source.Contract, dryRun: true, approvedBy: null, cancellationToken).ConfigureAwait(false);
    }

    private async Task<byte[]?> ContentAsync(string file, CancellationToken cancellationToken)
    {
        if (await files.OpenAsync(file, cancellationToken).ConfigureAwait(false) is not { } stream)
        {
            return null;
        }

        await using (stream.ConfigureAwait(false))
        {
            using var content = new MemoryStream();
            await stream.CopyToAsync(content, cancellationToken).ConfigureAwait(false);
            return content.ToArray();
        }
    }

    private DateOnly Today(AgentContext context) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(context.Clock.GetUtcNow(), options.Value.Zone()).DateTime);
}
