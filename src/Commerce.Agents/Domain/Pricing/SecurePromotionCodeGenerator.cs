using System.Security.Cryptography;

namespace Commerce.Agents.Domain.Pricing;

/// <summary>Makes codes of 12 random characters from the system's secure generator: letters and digits that are not mistaken for one another.</summary>
public sealed class SecurePromotionCodeGenerator : IPromotionCodeGenerator
{
    private const int RandomCharacters = 12;
    private const int MaxPrefix = PromotionCodes.MaxLength - RandomCharacters;
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /// <inheritdoc/>
    public string Next(string prefix = "")
    {
        ArgumentNullException.ThrowIfNull(prefix);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(prefix.Length, MaxPrefix, nameof(prefix));
        return PromotionCodes.TryRead(prefix + RandomNumberGenerator.GetString(Alphabet, RandomCharacters), out var code)
            ? code
            : throw new ArgumentException("A prefix has letters A to Z, digits and -.", nameof(prefix));
    }
}
