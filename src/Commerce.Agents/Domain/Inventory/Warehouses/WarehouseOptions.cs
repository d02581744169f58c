using System.Globalization;
using Microsoft.Extensions.Options;

namespace Commerce.Agents.Domain.Inventory;

/// <summary>How a warehouse is chosen. Shares are fractions: 0.98 is 98 %.</summary>
public sealed class WarehouseOptions
{
    /// <summary>Gets or sets the utilisation above which a warehouse gets no more orders.</summary>
    /// <value>The default is 0.98; 0 to 1.</value>
    public decimal MaxUtilisation { get; set; } = 0.98m;

    /// <summary>Gets or sets the utilisation above which an alert is raised.</summary>
    /// <value>The default is 0.90; 0 to 1.</value>
    public decimal AlertUtilisation { get; set; } = 0.90m;

    /// <summary>Gets or sets the error rate above which an alert is raised.</summary>
    /// <value>The default is 0.05; 0 to 1.</value>
    public decimal AlertErrorRate { get; set; } = 0.05m;

    /// <summary>Gets or sets by how many points a warehouse that has everything may score lower and still win.</summary>
    /// <value>The default is 15; 0 to 100.</value>
    public decimal FullAvailabilityLead { get; set; } = 15;

    /// <summary>Gets or sets the utilisation of a warehouse that has not told it.</summary>
    /// <value>The default is 0.60; 0 to 1.</value>
    public decimal StartUtilisation { get; set; } = 0.60m;

    /// <summary>Gets or sets the handling hours of a warehouse that has not told them.</summary>
    /// <value>The default is 4; 0 to 1 000.</value>
    public decimal StartHandlingHours { get; set; } = 4;

    /// <summary>Gets or sets the error rate of a warehouse that has not told it.</summary>
    /// <value>The default is 0.02; 0 to 1.</value>
    public decimal StartErrorRate { get; set; } = 0.02m;

    /// <summary>Gets or sets the on-time rate of a warehouse that has not told it.</summary>
    /// <value>The default is 0.92; 0 to 1.</value>
    public decimal StartOnTimeRate { get; set; } = 0.92m;

    /// <summary>Gets or sets the part of the estimated shipping cost that every parcel has, in euros.</summary>
    /// <value>The default is 5.99; 0 to 1 000.</value>
    public decimal CostBase { get; set; } = 5.99m;

    /// <summary>Gets or sets the estimated cost of a kilometre, in euros.</summary>
    /// <value>The default is 0.02; 0 to 1 000.</value>
    public decimal CostPerKilometre { get; set; } = 0.02m;

    /// <summary>Gets or sets the estimated cost of a kilogram, in euros.</summary>
    /// <value>The default is 1.50; 0 to 1 000.</value>
    public decimal CostPerKilogram { get; set; } = 1.50m;

    /// <summary>Gets or sets the estimated cost of a cubic metre, in euros, for parcels above 0.01 m³.</summary>
    /// <value>The default is 10; 0 to 1 000.</value>
    public decimal CostPerCubicMetre { get; set; } = 10;

    /// <summary>Gets or sets the least estimated cost, in euros.</summary>
    /// <value>The default is 3.99; 0 to 1 000.</value>
    public decimal CostMin { get; set; } = 3.99m;
}

internal sealed class WarehouseOptionsValidator : IValidateOptions<WarehouseOptions>
{
    public ValidateOptionsResult Validate(string? name, WarehouseOptions options)
    {
        var mistakes = new List<string>();
        Check(nameof(options.MaxUtilisation), options.MaxUtilisation, 1);
        Check(nameof(options.AlertUtilisation), options.AlertUtilisation, 1);
        Check(nameof(options.AlertErrorRate), options.AlertErrorRate, 1);
        Check(nameof(options.FullAvailabilityLead), options.FullAvailabilityLead, 100);
        Check(nameof(options.StartUtilisation), options.StartUtilisation, 1);
        Check(nameof(options.StartHandlingHours), options.StartHandlingHours, 1_000);
        Check(nameof(options.StartErrorRate), options.StartErrorRate, 1);
        Check(nameof(options.StartOnTimeRate), options.StartOnTimeRate, 1);
        Check(nameof(options.CostBase), options.CostBase, 1_000);
        Check(nameof(options.CostPerKilometre), options.CostPerKilometre, 1_000);
        Check(nameof(options.CostPerKilogram), options.CostPerKilogram, 1_000);
        Check(nameof(options.CostPerCubicMetre), options.CostPerCubicMetre, 1_000);
        Check(nameof(options.CostMin), options.CostMin, 1_000);
        return mistakes.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(mistakes);

        void Check(string option, decimal value, decimal max)
        {
            if (value < 0 || value > max)
            {
                mistakes.Add(string.Create(CultureInfo.InvariantCulture, $"{option} is {value}: give 0 to {max}."));
            }
        }
    }
}
