namespace Commerce.Http;

/// <summary>A limit of calls, as the vendor documents it.</summary>
/// <param name="Name">The name that operations refer to (<see cref="VendorOperation.Limit"/>); <c>*</c> counts every call.</param>
/// <param name="Calls">How many calls at once: 1 or more.</param>
/// <param name="Period">In which time they are all given back; one by one, not all together.</param>
public sealed record RateLimit(string Name, int Calls, TimeSpan Period);
