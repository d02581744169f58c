using System.Globalization;
using Microsoft.Extensions.Options;

namespace Commerce.Agents.Domain.Inventory;

/// <summary>How goods are bought.</summary>
public sealed class SupplierOptions
{
    /// <summary>Gets or sets how long a draft grows before it is sent.</summary>
    /// <value>The default is 4 hours; 0 to 7 days.</value>
    public TimeSpan MergeTime { get; set; } = TimeSpan.FromHours(4);

    /// <summary>Gets or sets the currency in which offers are compared and <see cref="ApprovalLimit"/> is given.</summary>
    /// <value>The default is the euro.</value>
    public Currency Currency { get; set; } = Currency.Eur;

    /// <summary>Gets or sets the value above which somebody must agree. In another currency somebody must always agree.</summary>
    /// <value>The default is 10 000; 0 or more.</value>
    public decimal ApprovalLimit { get; set; } = 10_000;

    /// <summary>Gets or sets by how much more than ordered is taken, as a share.</summary>
    /// <value>The default is 0.05; 0 to 1.</value>
    public decimal OverReceiptRate { get; set; } = 0.05m;

    /// <summary>Gets or sets how many days after its day a purchase order is asked for.</summary>
    /// <value>The default is 2; 0 to 365.</value>
    public int ReminderAfterDays { get; set; } = 2;

    /// <summary>Gets or sets how many days after its day another supplier is proposed.</summary>
    /// <value>The default is 5; more than <see cref="ReminderAfterDays"/>, to 365.</value>
    public int AlertAfterDays { get; set; } = 5;

    /// <summary>Gets or sets how many days back performance looks.</summary>
    /// <value>The default is 180; 1 to 3 650.</value>
    public int PerformanceDays { get; set; } = 180;

    /// <summary>Gets or sets for how many days of demand more than needed may be bought, to reach a smallest quantity.</summary>
    /// <value>The default is 30; 0 to 3 650.</value>
    public int MaxExtraDays { get; set; } = 30;
}

internal sealed class SupplierOptionsValidator : IValidateOptions<SupplierOptions>
{
    private const int Year = 365;

    public ValidateOptionsResult Validate(string? name, SupplierOptions options)
    {
        var mistakes = new List<string>();
        Require(options.MergeTime >= TimeSpan.Zero && options.MergeTime <= TimeSpan.FromDays(7), $"MergeTime is {options.MergeTime}: give 0 to 7 days.");
        Require(options.Currency != default, $"Currency is not set: give the one in which offers are compared.");
        Require(options.ApprovalLimit >= 0, $"ApprovalLimit is {options.ApprovalLimit}: give 0 or more.");
        Require(options.OverReceiptRate is >= 0 and <= 1, $"OverReceiptRate is {options.OverReceiptRate}: give 0 to 1.");
        Require(options.ReminderAfterDays is >= 0 and <= Year, $"ReminderAfterDays is {options.ReminderAfterDays}: give 0 to {Year}.");
        Require(
            options.AlertAfterDays > options.ReminderAfterDays && options.AlertAfterDays <= Year,
            $"AlertAfterDays is {options.AlertAfterDays}: give more than ReminderAfterDays ({options.ReminderAfterDays}), to {Year}.");
        Require(options.PerformanceDays is >= 1 and <= Year * 10, $"PerformanceDays is {options.PerformanceDays}: give 1 to {Year * 10}.");
        Require(options.MaxExtraDays is >= 0 and <= Year * 10, $"MaxExtraDays is {options.MaxExtraDays}: give 0 to {Year * 10}.");
        return mistakes.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(mistakes);

        void Require(bool holds, FormattableString text)
        {
            if (!holds)
            {
                mistakes.Add(text.ToString(CultureInfo.InvariantCulture));
            }
        }
    }
}
