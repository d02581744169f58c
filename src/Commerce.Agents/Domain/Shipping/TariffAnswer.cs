namespace Commerce.Agents.Domain.Shipping;

/// <summary>What <see cref="UploadTariff"/> answers.</summary>
/// <param name="UploadId">The upload.</param>
/// <param name="Report">What was found; nothing when the file was not read.</param>
/// <param name="Refusals">Why it cannot become active; empty when it can.</param>
public sealed record TariffAnswer(Guid UploadId, TariffReport? Report, IReadOnlyList<Refusal> Refusals);
