namespace Commerce.Agents.Domain.CustomerCare;

/// <summary>What the choice of a channel depends on.</summary>
public sealed record ChannelQuestion
{
    /// <summary>Gets what the template is for.</summary>
    public required NotificationDefinition Definition { get; init; }

    /// <summary>Gets the channel that the sender asked for.</summary>
    public string? Asked { get; init; }

    /// <summary>Gets what the recipient wants.</summary>
    public required NotificationPreferences Preferences { get; init; }

    /// <summary>Gets the channels that lead to the recipient.</summary>
    public required IReadOnlyCollection<string> Reachable { get; init; }

    /// <summary>Gets the channels that could not take it and never will.</summary>
    public IReadOnlyCollection<string> Closed { get; init; } = [];

    /// <summary>Gets a value indicating whether it goes in the quiet hours too.</summary>
    public bool IsUrgent { get; init; }

    /// <summary>Gets the time.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>Gets the recipient's time zone.</summary>
    public required TimeZoneInfo TimeZone { get; init; }

    /// <summary>Gets when the quiet hours begin, by the recipient's clock.</summary>
    public TimeOnly QuietFrom { get; init; } = new(21, 0);

    /// <summary>Gets when the quiet hours end; there are none when they end as they begin.</summary>
    public TimeOnly QuietUntil { get; init; } = new(8, 0);
}
