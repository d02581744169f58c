namespace Commerce.Agents.Domain.Shipping;

/// <summary>Makes a price list that was judged the active one of its account.</summary>
/// <param name="UploadId">The upload.</param>
/// <param name="Account">The carrier account, as registered.</param>
/// <param name="From">The day from which it holds; now when not given.</param>
/// <param name="ApprovedBy">Who approves that prices change by more than 10 % on average: a role or a staff number, up to 100 characters.</param>
public sealed record ActivateTariff(Guid UploadId, string Account, DateOnly? From = null, string? ApprovedBy = null) : IMessage;
