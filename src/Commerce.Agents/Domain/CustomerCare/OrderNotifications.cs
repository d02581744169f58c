namespace Commerce.Agents.Domain.CustomerCare;

/// <summary>Whom an order's notifications go to, and which went.</summary>
public sealed record OrderNotifications
{
    /// <summary>Gets the buyer's address; none for orders whose buyer somebody else informs. Personal data.</summary>
    public EmailAddress? To { get; init; }

    /// <summary>Gets the language: <c>fr</c>, <c>fr-CA</c>.</summary>
    public string Language { get; init; } = NotificationTemplate.FallbackLanguage;

    /// <summary>Gets when each template was last asked for.</summary>
    public IReadOnlyDictionary<string, DateTimeOffset> Asked { get; init; } = new Dictionary<string, DateTimeOffset>();
}
