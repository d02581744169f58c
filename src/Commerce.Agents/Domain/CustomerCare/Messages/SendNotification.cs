namespace Commerce.Agents.Domain.CustomerCare;

/// <summary>
/// Send a notification, once a day at most for a template, recipient and subject. Answers with an <see cref="Answer"/> of the notification's id: of the
/// earlier one when this repeats it.
/// </summary>
/// <param name="Recipient">The recipient's key: 1 to 200 characters, no personal data.</param>
/// <param name="Template">The template.</param>
/// <param name="Data">The template's values by name; no personal data.</param>
/// <param name="SubjectId">What it is about: 1 to 200 characters.</param>
/// <param name="Channel">The channel to try first; the template's when not given.</param>
/// <param name="IsUrgent">Whether it goes in the quiet hours too.</param>
/// <param name="OrderId">The order of which the recipient is the buyer: it goes to that order's address.</param>
public sealed record SendNotification(
    string Recipient,
    string Template,
    IReadOnlyDictionary<string, string> Data,
    string SubjectId,
    string? Channel = null,
    bool IsUrgent = false,
    OrderId? OrderId = null) : IMessage;
