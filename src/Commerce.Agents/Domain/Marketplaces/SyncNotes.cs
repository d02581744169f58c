namespace Commerce.Agents.Domain.Marketplaces;

/// <summary>Writes down and tells how a reading of an account went.</summary>
internal static class SyncNotes
{
    internal static async Task KeepRunAsync(
        this AgentContext context, string account, string kind, DateTimeOffset startedAt, int processed, int failed, string? error = null)
    {
        var now = context.Clock.GetUtcNow();
        await context.Repository<SyncRun>().CreateAsync(new SyncRun
        {
            Id = context.NewId(),
            Account = account,
            Kind = kind,
            StartedAt = startedAt,
            EndedAt = now,
            Processed = processed,
            Failed = failed,
            Error = error,
        }).ConfigureAwait(false);
        context.Publish(error is null
            ? new MarketplaceSyncCompleted(account, kind, processed, failed, now - startedAt)
            : new MarketplaceSyncFailed(account, kind, processed, failed, now - startedAt, error));
    }
}
