namespace Commerce.Agents.Domain.CustomerCare;

/// <summary>Where a recipient can be reached. Personal data.</summary>
public sealed record NotificationContact
{
    /// <summary>Gets the e-mail address; none when e-mails do not reach the recipient.</summary>
    public EmailAddress? Email { get; init; }

    /// <summary>Gets the telephone number; none when text messages do not reach the recipient.</summary>
    public PhoneNumber? Phone { get; init; }

    /// <summary>Gets the language: <c>fr</c>, <c>fr-CA</c>; English when not given.</summary>
    public string? Language { get; init; }

    /// <inheritdoc/>
    public override string ToString() => nameof(NotificationContact);
}
