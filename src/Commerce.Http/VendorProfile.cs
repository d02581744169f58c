using System.Net.Http.Headers;

namespace Commerce.Http;

/// <summary>What the pipeline knows of one vendor account: addresses, credentials, limits, and the vendor's own signals.</summary>
public sealed class VendorProfile
{
    /// <summary>Gets the vendor in lower case: <c>ups</c>.</summary>
    public required string Vendor { get; init; }

    /// <summary>Gets the address that relative request addresses start from; ends with a slash.</summary>
    public required Uri BaseAddress
    {
        get;
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            field = value.IsAbsoluteUri && value.Scheme is "https" or "http"
                ? value.AbsoluteUri.EndsWith('/') ? value : new Uri(value.AbsoluteUri + "/")
                : throw new ArgumentException($"BaseAddress is {value}: give an absolute http or https address.", nameof(BaseAddress));
        }
    }

    /// <summary>Gets the deadlines and retries.</summary>
    public required VendorHttpOptions Options { get; init; }

    /// <summary>Gets how requests are signed; <see langword="null"/> when the vendor reads credentials from the body.</summary>
    public Func<VendorChannel, IRequestAuthenticator>? Authenticator { get; init; }

    /// <summary>Gets the limits by name (<see cref="VendorOperation.Limit"/>); a limit named <c>*</c> counts every call besides.</summary>
    public IReadOnlyList<RateLimit> Limits { get; init; } = [];

    /// <summary>Gets how an answer's headers correct a limit; <see langword="null"/> when the vendor sends none.</summary>
    public Action<HttpResponseHeaders, RateLimitState>? ReadLimit { get; init; }

    /// <summary>Gets what the vendor itself says about repeating: yes, no, or nothing.</summary>
    public Func<HttpResponseMessage, bool?>? ShouldRetry { get; init; }

    /// <summary>Gets the header in which the vendor gives advice, such as that something will end; the same words are logged once, as a warning.</summary>
    public string? NoticeHeader { get; init; }

    /// <summary>
    /// Gets whether an answer of 500 or more is an answer all the same, as SOAP sends every "no" with 500: it does not count against the circuit.
    /// <see langword="null"/> when such an answer is always an outage.
    /// </summary>
    public Func<HttpResponseMessage, bool>? IsAnswer { get; init; }

    /// <summary>Gets how the vendor's error bodies are read.</summary>
    public required VendorErrorReader Errors { get; init; }

    /// <summary>Gets the secrets of the account, which are scrubbed wherever they occur.</summary>
    public IReadOnlyList<string> Secrets { get; init; } = [];

    /// <summary>Gets the headers that every request carries.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();
}
