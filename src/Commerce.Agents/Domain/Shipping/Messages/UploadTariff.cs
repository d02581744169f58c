namespace Commerce.Agents.Domain.Shipping;

/// <summary>Reads and judges a price list; nothing becomes active.</summary>
/// <param name="UploadId">The upload.</param>
/// <param name="Account">The carrier account, as registered.</param>
/// <param name="File">Its name in the <see cref="ITariffFileStore"/>: 1 to 200 characters.</param>
public sealed record UploadTariff(Guid UploadId, string Account, string File) : IMessage;
