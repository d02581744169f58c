using System.Net;

namespace Commerce.Marketplaces.Refurbed;

/// <summary>Text to the HTML of messages: paragraphs and line breaks, everything else spelled out.</summary>
internal static class RefurbedHtml
{
    internal static string FromText(string text) => string.Concat(text.ReplaceLineEndings("\n")
        .Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(static paragraph => $"<p>{string.Join("<br>", paragraph.Split('\n').Select(WebUtility.HtmlEncode))}</p>"));
}
