namespace Commerce.Agents.Domain.CustomerCare;

/// <summary>What a notification would say.</summary>
/// <param name="Language">The language that was found.</param>
/// <param name="Subject">One line.</param>
/// <param name="Text">Plain text.</param>
/// <param name="Html">The text as HTML; nothing when there is plain text only.</param>
/// <param name="Refusals">Every objection with its field; the texts are empty then.</param>
public sealed record TemplatePreview(string Language, string Subject, string Text, string? Html, IReadOnlyList<Refusal> Refusals);
