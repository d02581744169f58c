namespace Commerce.Agents.Domain.Shipping;

/// <summary>The day from which a price list holds has come.</summary>
/// <param name="UploadId">The upload.</param>
/// <param name="Account">The carrier account, as registered.</param>
public sealed record TariffDue(Guid UploadId, string Account) : IMessage;
