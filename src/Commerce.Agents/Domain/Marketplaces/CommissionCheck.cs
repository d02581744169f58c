namespace Commerce.Agents.Domain.Marketplaces;

/// <summary>How the commission that a marketplace reports compares with the one of the table.</summary>
/// <param name="Expected">The commission by the table; none when it cannot be computed.</param>
/// <param name="Reported">The commission that the marketplace reports; none when it does not.</param>
/// <param name="IsFlagged">Whether a person should look.</param>
/// <param name="Parts">The commission of each line with its rate.</param>
/// <param name="Reason">The reason in one sentence.</param>
public sealed record CommissionCheck(Money? Expected, Money? Reported, bool IsFlagged, IReadOnlyList<DecisionPart> Parts, string Reason);
