using System.Buffers;

namespace Commerce;

internal static class TextRules
{
    internal const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    internal const string Digits = "0123456789";

    internal static readonly SearchValues<char> KeyCharacters = SearchValues.Create(Letters + Digits + "-_.:");
}
