namespace Commerce.Marketplaces.Cdiscount;

/// <summary>A delivery mode of the account, for the vendor fields of <see cref="OfferDraft"/>.</summary>
/// <param name="Code">The code to send: <c>TRK</c>. Codes differ from account to account.</param>
/// <param name="Name">The name for people; absent when it has none.</param>
/// <param name="IsExpress">Whether it is an express delivery; absent when Octopia does not say.</param>
public sealed record CdiscountDeliveryMode(string Code, string? Name = null, bool? IsExpress = null);
