namespace Commerce.Agents.Domain.Pricing;

/// <summary>Makes codes that nobody can guess, for promotions of one use. Called before <see cref="CreatePromotion"/> is sent, never by a handler.</summary>
public interface IPromotionCodeGenerator
{
    /// <summary>Makes a code.</summary>
    /// <param name="prefix">Begins the code, up to 20 letters, digits and <c>-</c>; nothing when not given.</param>
    /// <returns>The code, of which at least 10 characters are random.</returns>
    string Next(string prefix = "");
}
