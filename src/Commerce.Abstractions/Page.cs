namespace Commerce;

/// <summary>One page of a list.</summary>
/// <typeparam name="T">What is listed.</typeparam>
/// <param name="Items">The entries, in the vendor's order.</param>
/// <param name="Next">Where the next page starts; <see langword="null"/> on the last page.</param>
/// <param name="TotalCount">The length of the whole list, where the vendor tells.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, ContinuationToken? Next = null, long? TotalCount = null);
