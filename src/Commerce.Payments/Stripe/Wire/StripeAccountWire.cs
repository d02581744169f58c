using System.Text.Json.Serialization;

namespace Commerce.Payments.Stripe.Wire;

internal sealed record StripeAccount
{
    public string? Id { get; init; }

    public bool ChargesEnabled { get; init; }

    public bool PayoutsEnabled { get; init; }

    public string? BusinessType { get; init; }

    public Dictionary<string, string?>? Capabilities { get; init; }

    public StripeRequirements? Requirements { get; init; }

    public StripeAccountSettings? Settings { get; init; }

    public Dictionary<string, string>? Metadata { get; init; }
}

internal sealed record StripeRequirements
{
    public List<string>? CurrentlyDue { get; init; }

    public List<string>? PastDue { get; init; }

    public List<string>? EventuallyDue { get; init; }

    public List<string>? PendingVerification { get; init; }

    public string? DisabledReason { get; init; }

    public long? CurrentDeadline { get; init; }
}

internal sealed record StripeAccountSettings(StripePayoutSettings? Payouts);

internal sealed record StripePayoutSettings
{
    public StripeSchedule? Schedule { get; init; }

    public string? StatementDescriptor { get; init; }

    public string? Status { get; init; }
}

internal sealed record StripeSchedule
{
    public string? Interval { get; init; }

    public List<string>? WeeklyPayoutDays { get; init; }

    public List<int>? MonthlyPayoutDays { get; init; }

    // Accounts whose schedule is older than several days have one day here.
    public string? WeeklyAnchor { get; init; }

    public int? MonthlyAnchor { get; init; }

    public long? DelayDays { get; init; }
}

internal sealed record StripeAccountLink(string? Url, long ExpiresAt);

internal sealed record StripeLoginLinkWire(string? Url, long Created);

internal sealed record StripeAccountSessionWire(string? ClientSecret, long ExpiresAt);

internal sealed record StripeCapabilityWire
{
    public string? Id { get; init; }

    [JsonConverter(typeof(StripeIdConverter))]
    public string? Account { get; init; }

    public bool Requested { get; init; }

    public long? RequestedAt { get; init; }

    public string? Status { get; init; }

    public StripeRequirements? Requirements { get; init; }
}

internal sealed record StripeExternalAccountWire
{
    public string? Id { get; init; }

    public string? Object { get; init; }

    public string? BankName { get; init; }

    public string? Brand { get; init; }

    public string? Last4 { get; init; }

    public string? Country { get; init; }

    public string? Currency { get; init; }

    public string? Status { get; init; }

    public bool? DefaultForCurrency { get; init; }

    public Dictionary<string, string>? Metadata { get; init; }
}

internal sealed record StripeDeletedWire(string? Id, bool Deleted);

internal sealed record StripeBalanceSettingsWire(StripeBalancePayments? Payments);

internal sealed record StripeBalancePayments(bool? DebitNegativeBalances, StripePayoutSettings? Payouts, StripeSettlementTiming? SettlementTiming);

internal sealed record StripeSettlementTiming(long? DelayDays);

/// <summary>The answer also holds a key to the account; the platform's own key with the account's name does the same and needs no keeping.</summary>
internal sealed record StripeOAuthAnswer(string? StripeUserId, string? Error);
