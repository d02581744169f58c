using Commerce.Carriers;

namespace Commerce.Agents.Domain.Shipping;

/// <summary>A price list has become active.</summary>
/// <param name="UploadId">The upload.</param>
/// <param name="Account">The carrier account, as registered.</param>
/// <param name="Carrier">The carrier.</param>
/// <param name="Rows">Its prices.</param>
/// <param name="Warnings">What is worth knowing: gaps, prices that fall with weight.</param>
/// <param name="ChangePercent">The average change of the prices against the list before, in percent.</param>
public sealed record TariffImported(
    Guid UploadId, string Account, CarrierCode Carrier, int Rows, IReadOnlyList<string> Warnings, decimal? ChangePercent) : IMessage;
