namespace Commerce.Carriers;

/// <summary>What a carrier thinks of an address.</summary>
/// <param name="IsDeliverable">Whether it is known as given.</param>
/// <param name="IsResidential">Whether it is a home, when the carrier tells.</param>
/// <param name="Proposals">Better forms of it, best first.</param>
public sealed record AddressVerdict(bool IsDeliverable, bool? IsResidential, IReadOnlyList<Address> Proposals);
