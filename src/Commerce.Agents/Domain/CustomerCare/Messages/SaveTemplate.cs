namespace Commerce.Agents.Domain.CustomerCare;

/// <summary>
/// Save a new version of a template for its name, channel and language. Answers with an <see cref="Answer"/> of the version's id.
/// </summary>
/// <param name="Template">The text: a subject of at most 200 characters, 1 to 10 000 of text, at most 100 000 of HTML.</param>
/// <param name="Person">Who: 1 to 100 characters, a key and no name.</param>
public sealed record SaveTemplate(NotificationTemplate Template, string Person) : IMessage;
