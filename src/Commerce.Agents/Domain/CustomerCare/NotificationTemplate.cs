using System.Net;
using System.Text.RegularExpressions;

namespace Commerce.Agents.Domain.CustomerCare;

/// <summary>A notification in one language, with <c>{{names}}</c> where values go.</summary>
/// <param name="Name">The template: one of the constants of <see cref="NotificationTemplates"/>, or one of the host's own.</param>
/// <param name="Language">The language: <c>en</c>, <c>fr</c>, <c>fr-CA</c>.</param>
/// <param name="Subject">One line.</param>
/// <param name="Text">Plain text.</param>
public sealed partial record NotificationTemplate(string Name, string Language, string Subject, string Text)
{
    /// <summary>The language that every template must have.</summary>
    public const string FallbackLanguage = "en";

    /// <summary>Gets the one channel that it is for; every channel when not given.</summary>
    public string? Channel { get; init; }

    /// <summary>Gets the text as HTML, in which values are encoded; nothing when there is plain text only.</summary>
    public string? Html { get; init; }

    internal IEnumerable<string> Names => Placeholder().Matches(Whole).Select(match => match.Groups[1].Value).Distinct();

    /// <summary>Gets a value indicating whether there are braces that are no value: they would be sent as they are.</summary>
    internal bool HasStrayBraces => Placeholder().Replace(Whole, "").Contains("{{", StringComparison.Ordinal);

    private string Whole => $"{Subject}\n{Text}\n{Html}";

    internal static bool IsLanguage(string? language) => language is not null && LanguageForm().IsMatch(language);

    /// <summary>Fills the values in.</summary>
    /// <param name="values">The values by name.</param>
    /// <returns>Subject, text and HTML.</returns>
    /// <exception cref="KeyNotFoundException">A value is missing; the message names it.</exception>
    internal (string Subject, string Text, string? Html) Fill(IReadOnlyDictionary<string, string> values)
    {
        return (Filled(Subject, static value => value).ReplaceLineEndings(" "), Filled(Text, static value => value), Html is null ? null : Filled(Html, WebUtility.HtmlEncode));

        string Filled(string text, Func<string, string> encode) => Placeholder().Replace(text, match => values.TryGetValue(match.Groups[1].Value, out var value)
            ? encode(value)
            : throw new KeyNotFoundException($"The template {Name} ({Language}) needs the value \"{match.Groups[1].Value}\"."));
    }

    [GeneratedRegex(@"\{\{(\w+)\}\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex("^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$")]
    private static partial Regex LanguageForm();
}
