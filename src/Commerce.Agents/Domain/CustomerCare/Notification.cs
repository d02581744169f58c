namespace Commerce.Agents.Domain.CustomerCare;

/// <summary>A text for a recipient.</summary>
/// <param name="Id">The same at every try: a channel that can should drop repetitions, for example by the Message-ID of an e-mail.</param>
/// <param name="Template">The template it was made from.</param>
/// <param name="To">The e-mail address, which a channel of e-mails always gets. Personal data.</param>
/// <param name="Subject">One line.</param>
/// <param name="Text">Plain text.</param>
public sealed record Notification(Guid Id, string Template, EmailAddress? To, string Subject, string Text)
{
    /// <summary>Gets the recipient's key: the shop's key of the customer, or <see cref="NotificationsOptions.StaffRecipient"/>.</summary>
    public string Recipient { get; init; } = "";

    /// <summary>Gets the telephone number, which a channel of text messages always gets. Personal data.</summary>
    public PhoneNumber? Phone { get; init; }

    /// <summary>Gets the text as HTML; nothing when the template has plain text only.</summary>
    public string? Html { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"{Template} {Id}";
}
