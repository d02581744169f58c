namespace Commerce.Marketplaces;

/// <summary>An account that gave no answer, or has no such thing; the others did.</summary>
/// <param name="Account">The account.</param>
/// <param name="Message">Why, and what to do. No personal data.</param>
/// <param name="Kind">The kind of a technical failure; absent when the marketplace has no such thing.</param>
public sealed record AccountFailure(string Account, string Message, CommerceErrorKind? Kind = null);
