using System.Globalization;
using Microsoft.Extensions.Options;

namespace Commerce.Agents.Domain.Inventory;

/// <summary>How stock is kept.</summary>
public sealed class InventoryOptions
{
    /// <summary>Gets or sets how long units are kept for an order that is not confirmed.</summary>
    /// <value>The default is 2 hours; 1 minute to 30 days.</value>
    public TimeSpan ReservationLifetime { get; set; } = TimeSpan.FromHours(2);

    /// <summary>Gets or sets how many days before they expire somebody is told of units.</summary>
    /// <value>The default is 30; 0 to 365.</value>
    public int ExpiringSoonDays { get; set; } = 30;
}

internal sealed class InventoryOptionsValidator : IValidateOptions<InventoryOptions>
{
    internal static readonly TimeSpan Shortest = TimeSpan.FromMinutes(1);
    internal static readonly TimeSpan Longest = TimeSpan.FromDays(30);

    private const int MaxDays = 365;

    public ValidateOptionsResult Validate(string? name, InventoryOptions options)
    {
        var mistakes = new List<string>();
        if (options.ReservationLifetime < Shortest || options.ReservationLifetime > Longest)
        {
            mistakes.Add($"ReservationLifetime is {options.ReservationLifetime}: give 1 minute to 30 days.");
        }

        if (options.ExpiringSoonDays is < 0 or > MaxDays)
        {
            mistakes.Add(string.Create(CultureInfo.InvariantCulture, $"ExpiringSoonDays is {options.ExpiringSoonDays}: give 0 to {MaxDays}."));
        }

        return mistakes.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(mistakes);
    }
}
