namespace Commerce.Agents.Domain.Shipping;

/// <summary>Which status of an upload may follow which.</summary>
public static class TariffUploadTransitions
{
    /// <summary>Gets the table.</summary>
    public static Transitions<TariffUploadStatus> Table { get; } = new("upload", new Dictionary<TariffUploadStatus, TariffUploadStatus[]>
    {
        [TariffUploadStatus.Validated] = [TariffUploadStatus.Scheduled, TariffUploadStatus.Active],
        [TariffUploadStatus.Scheduled] = [TariffUploadStatus.Scheduled, TariffUploadStatus.Active, TariffUploadStatus.Rejected],
    });
}
