namespace Commerce.Testing.Sandbox;

/// <summary>An address to which events are delivered.</summary>
internal sealed class StripeWebhookTarget(Uri address, string secret)
{
    internal Uri Address { get; set; } = address;

    internal string Secret => secret;

    /// <summary>Gets the endpoint's id; empty when a test asked for it.</summary>
    internal string Id { get; init; } = "";

    internal IReadOnlyList<string> Events { get; set; } = ["*"];

    /// <summary>Gets whether it gets the sellers' events or the platform's own; both when not set.</summary>
    internal bool? IsConnect { get; init; }

    internal bool IsEnabled { get; set; } = true;

    internal bool Wants(string type, bool isConnect) =>
        IsEnabled && (IsConnect is null || IsConnect == isConnect) && Events.Any(pattern => Matches(pattern, type));

    internal static bool Matches(string pattern, string type) =>
        pattern == type || (pattern.EndsWith('*') && type.StartsWith(pattern[..^1], StringComparison.Ordinal));
}
