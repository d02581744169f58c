namespace Commerce.Agents.Entities;

/// <summary>One page of entities.</summary>
/// <typeparam name="T">The entity.</typeparam>
/// <param name="Items">The entities.</param>
/// <param name="Total">How many match in all.</param>
/// <param name="HasNext">Whether there are more; after <see cref="EntityQuery{T}.After"/> the next page may turn out empty.</param>
public sealed record EntityPage<T>(IReadOnlyList<T> Items, int Total, bool HasNext);
