using Microsoft.Extensions.Logging;

namespace Commerce.Http.Pipeline;

/// <summary>What belongs to one account and to no other: profile, limits, credentials, circuit.</summary>
internal sealed class VendorAccount
{
    private readonly Lazy<IRequestAuthenticator?> _authenticator;

    internal VendorAccount(string name, VendorProfile profile, TimeProvider clock, ILogger logger, Func<VendorChannel> channel)
    {
        Name = name;
        Profile = profile;
        Clock = clock;
        Logger = logger;
        Limits = new RateLimits(profile.Limits, clock);
        Redactor = new Redactor(profile.Secrets);

        // The token request goes through this account's own pipeline, so its channel exists only after this object does.
        _authenticator = new Lazy<IRequestAuthenticator?>(() => profile.Authenticator?.Invoke(channel()));
    }

    internal string Name { get; }

    internal VendorProfile Profile { get; }

    internal TimeProvider Clock { get; }

    internal ILogger Logger { get; }

    internal RateLimits Limits { get; }

    internal Redactor Redactor { get; }

    internal IRequestAuthenticator? Authenticator => _authenticator.Value;

    internal CommerceException Failure(
        CommerceErrorKind kind, VendorOperation operation, string message, Exception? cause = null, bool wasNeverSent = false, TimeSpan? retryAfter = null) =>
        new(kind, $"{Profile.Vendor} {operation.Name}: {message}", cause)
        {
            Vendor = Profile.Vendor,
            Operation = operation.Name,
            WasNeverSent = wasNeverSent,
            RetryAfter = retryAfter,
        };
}
