using System.Buffers;

namespace Commerce;

internal static class TextRules
{
    internal const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    internal const string Digits = "0123456789";

    internal static readonly SearchValues<char> LetterSet = SearchValues.Create(Letters);
    internal static readonly SearchValues<char> KeyCharacters = SearchValues.Create(Letters + Digits + "-_.:");
    internal static readonly SearchValues<char> BlanksAndBrackets = SearchValues.Create(" \t\r\n<>(),;\"");
    internal static readonly SearchValues<char> PhoneSeparators = SearchValues.Create(" .-/()\u00a0");
}
