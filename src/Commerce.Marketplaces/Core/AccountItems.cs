namespace Commerce.Marketplaces;

/// <summary>What all accounts answered.</summary>
/// <typeparam name="T">What was asked for.</typeparam>
/// <param name="Items">The things, the most urgent first.</param>
/// <param name="Failures">The accounts that are missing in it, and why.</param>
public sealed record AccountItems<T>(IReadOnlyList<AccountItem<T>> Items, IReadOnlyList<AccountFailure> Failures)
    where T : class;
