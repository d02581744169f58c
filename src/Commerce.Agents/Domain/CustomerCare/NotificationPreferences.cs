using Commerce.Agents.Entities;

namespace Commerce.Agents.Domain.CustomerCare;

/// <summary>What a recipient wants to hear, and how.</summary>
public sealed record NotificationPreferences : IEntity
{
    /// <summary>Gets the id: <see cref="IdOf"/> of the recipient.</summary>
    public Guid Id { get; init; }

    /// <summary>Gets the channels that are on.</summary>
    /// <value>The default is e-mail, push and in-app.</value>
    public IReadOnlyList<string> Channels { get; init; } = [NotificationChannels.Email, NotificationChannels.Push, NotificationChannels.InApp];

    /// <summary>Gets a value indicating whether the recipient has agreed to advertisements.</summary>
    public bool AcceptsMarketing { get; init; }

    /// <summary>Gets the categories that are off; transactional notifications go all the same.</summary>
    public IReadOnlyList<string> CategoriesOff { get; init; } = [];

    /// <summary>Gets the language: <c>fr</c>, <c>fr-CA</c>; that of the order or of the recipient's contact when not given.</summary>
    public string? Language { get; init; }

    /// <summary>Gets the IANA time zone for the quiet hours; that of the options when not given.</summary>
    public string? TimeZone { get; init; }

    /// <summary>Gets the id under which a recipient's preferences are kept.</summary>
    /// <param name="recipient">The recipient's key.</param>
    /// <returns>The same id for the same recipient.</returns>
    public static Guid IdOf(string recipient) => NamedIds.From("notification preferences", recipient);
}
