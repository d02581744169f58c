using System.Collections.Frozen;
using System.Text;

namespace Commerce.Agents.PostgreSql.Entities;

/// <summary>
/// Writes a word as a regular expression that finds it in any case. Which letters are the same is .NET's knowledge: a
/// database's own depends on its locale.
/// </summary>
internal static class EntitySearch
{
    private static readonly Lazy<FrozenDictionary<Rune, string>> Cases = new(static () => Enumerable.Range(0x41, 0x1EFFF - 0x41)
        .Where(Rune.IsValid)
        .Select(static value => new Rune(value))
        .Where(static rune => Rune.IsLetter(rune) || Rune.ToUpperInvariant(rune) != rune || Rune.ToLowerInvariant(rune) != rune)
        .GroupBy(Rune.ToUpperInvariant)
        .Where(static group => group.Skip(1).Any())
        .ToFrozenDictionary(static group => group.Key, static group => string.Concat(group)));

    internal static string Pattern(string word)
    {
        var pattern = new StringBuilder();
        foreach (var rune in word.EnumerateRunes())
        {
            if (Cases.Value.TryGetValue(Rune.ToUpperInvariant(rune), out var cases))
            {
                pattern.Append('[').Append(cases).Append(']');
            }
            else
            {
                // A backslash before a letter or digit would be a command, before a sign it is the sign.
                pattern.Append(rune.IsAscii && !Rune.IsLetterOrDigit(rune) ? "\\" : "").Append(rune.ToString());
            }
        }

        return pattern.ToString();
    }
}
