using Microsoft.Extensions.Options;

namespace Commerce.Agents.Domain.Inventory;

/// <summary>How orders are picked.</summary>
public sealed class PickingOptions
{
    /// <summary>Gets or sets a value indicating whether pick lists are picked and packed as soon as they are made, for warehouses without scanners.</summary>
    /// <value>The default is <see langword="true"/>.</value>
    public bool IsAutomatic { get; set; } = true;

    /// <summary>Gets or sets the time of day, in <see cref="TimeZone"/>, before which an urgent order leaves on the same day.</summary>
    /// <value>The default is 16:00.</value>
    public TimeOnly ExpressCutOff { get; set; } = new(16, 0);

    /// <summary>Gets or sets the IANA time zone of the warehouses.</summary>
    /// <value>The default is <c>UTC</c>.</value>
    public string TimeZone { get; set; } = "UTC";

    /// <summary>Gets or sets how long picking an order should take.</summary>
    /// <value>The default is 30 minutes; 1 minute to 1 day.</value>
    public TimeSpan TargetPickTime { get; set; } = TimeSpan.FromMinutes(30);
}

internal sealed class PickingOptionsValidator : IValidateOptions<PickingOptions>
{
    public ValidateOptionsResult Validate(string? name, PickingOptions options)
    {
        var mistakes = new List<string>();
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(options.TimeZone, out _))
        {
            mistakes.Add($"TimeZone is \"{options.TimeZone}\", which this machine does not know: give an IANA name, such as Europe/Paris, or UTC.");
        }

        if (options.TargetPickTime < TimeSpan.FromMinutes(1) || options.TargetPickTime > TimeSpan.FromDays(1))
        {
            mistakes.Add($"TargetPickTime is {options.TargetPickTime}: give 1 minute to 1 day.");
        }

        return mistakes.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(mistakes);
    }
}
