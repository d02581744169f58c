using System.Text.RegularExpressions;

namespace Commerce.Agents.Domain.CustomerCare;

/// <summary>A notification in one language, with <c>{{names}}</c> where values go.</summary>
/// <param name="Name">The template: one of the constants of <see cref="NotificationTemplates"/>.</param>
/// <param name="Language">The language: <c>en</c>, <c>fr</c>, <c>fr-CA</c>.</param>
/// <param name="Subject">One line.</param>
/// <param name="Text">Plain text.</param>
public sealed partial record NotificationTemplate(string Name, string Language, string Subject, string Text)
{
    /// <summary>The language that every template must have.</summary>
    public const string FallbackLanguage = "en";

    internal IEnumerable<string> Names => Placeholder().Matches(Subject + Text).Select(match => match.Groups[1].Value).Distinct();

    /// <summary>Fills the values in.</summary>
    /// <param name="values">The values by name.</param>
    /// <returns>Subject and text.</returns>
    /// <exception cref="KeyNotFoundException">A value is missing; the message names it.</exception>
    internal (string Subject, string Text) Fill(IReadOnlyDictionary<string, string> values)
    {
        return (Filled(Subject).ReplaceLineEndings(" "), Filled(Text));

        string Filled(string text) => Placeholder().Replace(text, match => values.TryGetValue(match.Groups[1].Value, out var value)
            ? value
            : throw new KeyNotFoundException($"The template {Name} ({Language}) needs the value \"{match.Groups[1].Value}\"."));
    }

    [GeneratedRegex(@"\{\{(\w+)\}\}")]
    private static partial Regex Placeholder();
}
