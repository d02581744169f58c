namespace Commerce.Agents.Domain.CustomerCare;

/// <summary>A text for a buyer.</summary>
/// <param name="Id">The same at every try: a channel that can should drop repetitions, for example by the Message-ID of an e-mail.</param>
/// <param name="Template">The template it was made from.</param>
/// <param name="To">Whom to send it to. Personal data.</param>
/// <param name="Subject">One line.</param>
/// <param name="Text">Plain text.</param>
public sealed record Notification(Guid Id, string Template, EmailAddress To, string Subject, string Text)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Template} {Id}";
}
