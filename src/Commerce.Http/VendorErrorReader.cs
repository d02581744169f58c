namespace Commerce.Http;

/// <summary>Finds code and message in a vendor's error body. Must not throw on any bytes.</summary>
/// <param name="status">The HTTP status.</param>
/// <param name="body">The body as it was received.</param>
/// <returns>What was found; <see langword="default"/> when nothing was.</returns>
public delegate VendorError VendorErrorReader(int status, ReadOnlySpan<byte> body);
