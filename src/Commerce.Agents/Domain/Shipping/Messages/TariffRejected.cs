using Commerce.Carriers;

namespace Commerce.Agents.Domain.Shipping;

/// <summary>A price list cannot become active.</summary>
/// <param name="UploadId">The upload.</param>
/// <param name="Account">The carrier account, as registered.</param>
/// <param name="Carrier">The carrier.</param>
/// <param name="Errors">Why, with the lines.</param>
public sealed record TariffRejected(Guid UploadId, string Account, CarrierCode Carrier, IReadOnlyList<string> Errors) : IMessage;
