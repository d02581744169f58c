namespace Commerce.Payments;

/// <summary>How long a gateway knows the key of a call.</summary>
internal static class KeyMemory
{
    // Keys are used for some time less than a gateway remembers them: clocks differ.
    internal static readonly TimeSpan Margin = TimeSpan.FromHours(1);

    /// <summary>Tells whether a gateway may have forgotten a key: what may have been sent under it is looked for before it is sent again.</summary>
    internal static bool HasForgotten(this IPaymentGateway gateway, DateTimeOffset? sentAt, TimeProvider clock) =>
        clock.GetUtcNow() - sentAt > gateway.Capabilities.KeyRetention - Margin;
}
