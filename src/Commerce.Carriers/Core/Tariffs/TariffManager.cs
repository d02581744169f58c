namespace Commerce.Carriers.Tariffs;

/// <summary>Reviews price lists, activates them, and prices shipments by them. Safe for many threads.</summary>
/// <param name="store">Where price lists are kept.</param>
/// <param name="clock">Tells the day.</param>
public sealed class TariffManager(ITariffStore store, TimeProvider clock)
{
    private CompiledBook? _compiled;

    /// <summary>Reviews a price list against the active one, and changes nothing.</summary>
    /// <param name="tariff">The price list.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <returns>Errors, warnings and the change of prices.</returns>
    public async Task<TariffReview> ReviewAsync(Tariff tariff, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(tariff);
        var (review, _) = await CompareAsync(tariff, cancellationToken).ConfigureAwait(false);
        return review;
    }

    /// <summary>Makes a price list the active one of its account, whole or not at all. The one before stays in the history.</summary>
    /// <param name="tariff">The price list.</param>
    /// <param name="approvedBy">Who approves that prices change by more than 10 % on average.</param>
    /// <param name="cancellationToken">Stops before anything changed.</param>
    /// <returns>
    /// The version; or a refusal, and nothing changed: <c>Validation</c> when it has errors, <c>PolicyViolation</c> when it needs approval, <c>Conflict</c>
    /// when another one was activated meanwhile.
    /// </returns>
    public async Task<Outcome<TariffVersion>> ActivateAsync(Tariff tariff, string? approvedBy = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(tariff);
        var (review, current) = await CompareAsync(tariff, cancellationToken).ConfigureAwait(false);
        return await ActivateAsync(tariff, review, current, approvedBy, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Imports a price list from a file: all of it, or nothing.</summary>
    /// <param name="file">The file: CSV, Excel or PDF.</param>
    /// <param name="mapping">How it is to be read.</param>
    /// <param name="contract">The account, and what holds for all prices.</param>
    /// <param name="dryRun">Reads and reviews only, and changes nothing.</param>
    /// <param name="approvedBy">Who approves that prices change by more than 10 % on average.</param>
    /// <param name="cancellationToken">Stops before anything changed.</param>
    /// <returns>What was read, every error with its place, the review, and the version that became active. A bad file never throws.</returns>
    public async Task<TariffImportReport> ImportAsync(
        TariffFile file,
        TariffMapping mapping,
        TariffContract contract,
        bool dryRun = false,
        string? approvedBy = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(mapping);
        ArgumentNullException.ThrowIfNull(contract);
        var reading = await TariffImporter.ReadAsync(file, mapping, contract, cancellationToken).ConfigureAwait(false);
        var tariff = reading.ErrorCount == 0 ? new Tariff { Contract = contract, Rows = reading.Rows } : null;
        var (review, current) = tariff is null ? (null, 0) : await CompareAsync(tariff, cancellationToken).ConfigureAwait(false);
        if (review is { IsValid: false })
        {
            reading.Reject(review);
        }

        var activation = tariff is null || dryRun || !review!.IsValid
            ? (Outcome<TariffVersion>?)null
            : await ActivateAsync(tariff, review, current, approvedBy, cancellationToken).ConfigureAwait(false);
        return new TariffImportReport
        {
            PricesRead = reading.PricesRead,
            PricesAccepted = reading.PricesAccepted,
            Errors = reading.Errors,
            ErrorCount = reading.ErrorCount,
            Tariff = reading.ErrorCount == 0 ? tariff : null,
            Review = review,
            Activated = activation is { } outcome && outcome.TryGet(out var version, out _) ? version : null,
            Refusal = activation?.Refusal,
        };
    }

    /// <summary>Gets the active price lists, made for looking up.</summary>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <returns>The book; the same one as long as nothing changed.</returns>
    public async ValueTask<TariffBook> GetBookAsync(CancellationToken cancellationToken = default)
    {
        var active = await store.GetActiveAsync(cancellationToken).ConfigureAwait(false);
        var compiled = Volatile.Read(ref _compiled);
        if (compiled is null || !ReferenceEquals(compiled.Versions, active))
        {
            compiled = new CompiledBook(active, TariffBook.Compile(active.Select(static version => version.Tariff)));
            Volatile.Write(ref _compiled, compiled);
        }

        return compiled.Book;
    }

    private async Task<Outcome<TariffVersion>> ActivateAsync(
        Tariff tariff, TariffReview review, int current, string? approvedBy, CancellationToken cancellationToken)
    {
        if (!review.IsValid)
        {
            return Outcome.Refused<TariffVersion>(
                RefusalCode.Validation, $"The price list has {review.ErrorCount} errors and was not activated. The first: {review.Issues[0].Message}");
        }

        if (review.NeedsApproval && string.IsNullOrWhiteSpace(approvedBy))
        {
            return Outcome.Refused<TariffVersion>(
                RefusalCode.PolicyViolation, $"Prices change by {review.ChangePercent} % on average, more than 10 %: give approvedBy to activate them.");
        }

        var version = new TariffVersion(
            tariff, current + 1, clock.GetUtcNow(), review.ChangePercent, review.NeedsApproval ? approvedBy : null);
        return await store.TryActivateAsync(version, cancellationToken).ConfigureAwait(false)
            ? Outcome.Of(version)
            : Outcome.Refused<TariffVersion>(RefusalCode.Conflict, $"Another price list of {tariff.Contract.Account} was activated meanwhile: review this one again.");
    }

    // The number of the version that was compared with: activation fails when another came in between.
    private async ValueTask<(TariffReview Review, int Current)> CompareAsync(Tariff tariff, CancellationToken cancellationToken)
    {
        var active = await store.GetActiveAsync(cancellationToken).ConfigureAwait(false);
        var current = active.FirstOrDefault(version => version.Tariff.Contract.Account == tariff.Contract.Account);
        return (TariffAudit.Review(tariff, current?.Tariff, Today()), current?.Number ?? 0);
    }

    private DateOnly Today() => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    private sealed record CompiledBook(IReadOnlyList<TariffVersion> Versions, TariffBook Book);
}
