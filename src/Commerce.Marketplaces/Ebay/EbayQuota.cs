namespace Commerce.Marketplaces.Ebay;

/// <summary>How often a part of an API may be called, and how often it still may.</summary>
/// <param name="Api">The API, such as <c>sell/Inventory</c>.</param>
/// <param name="Resource">The part of it.</param>
/// <param name="Limit">How many calls.</param>
/// <param name="Remaining">How many are left.</param>
/// <param name="ResetsAt">When they are all given back.</param>
/// <param name="Window">In which time.</param>
public sealed record EbayQuota(string Api, string Resource, long Limit, long Remaining, DateTimeOffset? ResetsAt, TimeSpan Window);
