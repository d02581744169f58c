namespace Commerce.Agents.Domain.Pricing;

/// <summary>Asks what a code would take off a cart now. Answered by a <see cref="CodeAnswer"/>; nothing is used up.</summary>
/// <param name="Code">The code, in any case.</param>
/// <param name="Cart">The cart; its own codes do not count.</param>
/// <param name="Buyer">The buyer.</param>
public sealed record ValidateCode(string Code, Cart Cart, Buyer Buyer) : IMessage;
