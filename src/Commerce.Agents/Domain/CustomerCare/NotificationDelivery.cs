namespace Commerce.Agents.Domain.CustomerCare;

/// <summary>What is known of one notification on its way.</summary>
public sealed record NotificationDelivery
{
    /// <summary>Gets what became of it; nothing before it was asked for.</summary>
    public NotificationEntry? Entry { get; init; }

    /// <summary>Gets what to send; nothing when that is over.</summary>
    public SendNotification? Request { get; init; }

    /// <summary>Gets the order that it was about, when it is over.</summary>
    public OrderId? OrderId { get; init; }

    /// <summary>Gets the channels that could not take it and never will.</summary>
    public IReadOnlyList<string> ClosedChannels { get; init; } = [];
}
