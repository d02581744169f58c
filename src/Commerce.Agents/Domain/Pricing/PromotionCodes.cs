using System.Diagnostics.CodeAnalysis;

namespace Commerce.Agents.Domain.Pricing;

/// <summary>Reads promotion codes.</summary>
public static class PromotionCodes
{
    /// <summary>The least length of a code.</summary>
    public const int MinLength = 4;

    /// <summary>The greatest length of a code.</summary>
    public const int MaxLength = 32;

    /// <summary>The least length of a code for one use.</summary>
    public const int MinSingleUseLength = 10;

    /// <summary>Gets the key of everything that is no code, so that its refusal has an owner as well.</summary>
    internal const string NoCode = "-";

    /// <summary>Reads a code in any case, with or without blanks around it.</summary>
    /// <param name="text">The text: 4 to 32 letters A to Z, digits and <c>-</c>.</param>
    /// <param name="code">The code in capitals.</param>
    /// <returns>Whether it is a code.</returns>
    public static bool TryRead([NotNullWhen(true)] string? text, [NotNullWhen(true)] out string? code)
    {
        code = text?.Trim().ToUpperInvariant();
        if (code is { Length: >= MinLength and <= MaxLength } && code.All(static c => c is (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '-'))
        {
            return true;
        }

        code = null;
        return false;
    }

    internal static string KeyOf(string text) => TryRead(text, out var code) ? code : NoCode;
}
