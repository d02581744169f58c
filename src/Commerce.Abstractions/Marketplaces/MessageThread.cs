namespace Commerce.Marketplaces;

/// <summary>A conversation.</summary>
public sealed record MessageThread
{
    /// <summary>Gets the marketplace's key.</summary>
    public required ThreadId Id { get; init => field = Guard.NotDefault(value); }

    /// <summary>Gets the order that it is about, when it is about one.</summary>
    public MarketplaceOrderId? OrderId { get; init; }

    /// <summary>Gets the subject.</summary>
    public string? Subject { get; init => field = Guard.OptionalText(value, 1000); }

    /// <summary>Gets when it started.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Gets when it last changed.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>Gets since when the seller owes an answer; absent when they owe none.</summary>
    public DateTimeOffset? AnswerDueSince { get; init; }

    /// <summary>Gets until when the marketplace wants the answer.</summary>
    public DateTimeOffset? AnswerBy { get; init; }

    /// <summary>Gets the messages, oldest first, when they were asked for.</summary>
    public IReadOnlyList<ThreadMessage> Messages { get; init => field = Guard.NoNulls(value); } = [];
}
