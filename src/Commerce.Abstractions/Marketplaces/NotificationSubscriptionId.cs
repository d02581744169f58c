using System.Text.Json.Serialization;

namespace Commerce.Marketplaces;

/// <summary>Names a subscription to notifications at the marketplace.</summary>
/// <param name="Value">The word.</param>
[JsonConverter(typeof(ParsableJsonConverter<NotificationSubscriptionId>))]
public readonly record struct NotificationSubscriptionId(string Value) : IOpenEnum<NotificationSubscriptionId>
{
    /// <inheritdoc/>
    public static NotificationSubscriptionId From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}
