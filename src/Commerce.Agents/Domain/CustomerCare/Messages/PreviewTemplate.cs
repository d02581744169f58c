namespace Commerce.Agents.Domain.CustomerCare;

/// <summary>Read what a notification would say. Answers with a <see cref="TemplatePreview"/>.</summary>
/// <param name="Template">The template.</param>
/// <param name="Channel">The channel.</param>
/// <param name="Language">The language: <c>fr</c>, <c>fr-CA</c>.</param>
/// <param name="Data">The template's values by name.</param>
public sealed record PreviewTemplate(string Template, string Channel, string Language, IReadOnlyDictionary<string, string> Data) : IMessage;
