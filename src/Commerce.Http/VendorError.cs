namespace Commerce.Http;

/// <summary>What a vendor said about a failure.</summary>
/// <param name="Code">The vendor's code.</param>
/// <param name="Message">The vendor's words.</param>
/// <param name="Field">The field that it objects to.</param>
/// <param name="Kind">The kind, where the code says more than the HTTP status.</param>
public readonly record struct VendorError(
    string? Code, string? Message, string? Field = null, CommerceErrorKind? Kind = null);
