using System.Globalization;
using Commerce.Payments.Stripe.Wire;

namespace Commerce.Payments.Stripe;

/// <summary>Sellers' accounts: our words to Stripe's and back. Pure functions.</summary>
internal static class StripeConnectMapping
{
    // Stripe collects what is required and gives the seller the Express dashboard; the platform pays the fees and bears the losses.
    private static readonly KeyValuePair<string, string>[] Controller =
    [
        new("controller[fees][payer]", "application"),
        new("controller[losses][payments]", "application"),
        new("controller[requirement_collection]", "stripe"),
        new("controller[stripe_dashboard][type]", "express"),
    ];

    internal static Refusal? ToForm(CreateAccountRequest request, StripeForm form)
    {
        form.Add("country", request.Country.Value).Add("email", request.Email?.Value).Add("business_type", request.BusinessType?.Value);
        if (!request.VendorFields.ContainsKey("type"))
        {
            // The older "type" and the controller exclude each other; what the caller chooses outranks ours, one by one.
            foreach (var (name, value) in Controller)
            {
                form.Add(name, request.VendorFields.ContainsKey(name) ? null : value);
            }
        }

        return AddCapabilities(form, request.Capabilities).AddSchedule("settings[payouts]", request.Payouts)
            ?? form.Add("metadata", request.Metadata).AddVendorFields(request.VendorFields);
    }

    internal static Refusal? ToForm(UpdateAccountRequest request, StripeForm form)
    {
        form.Add("email", request.Email?.Value).Add("business_type", request.BusinessType?.Value);
        return AddCapabilities(form, request.Capabilities).AddSchedule("settings[payouts]", request.Payouts)
            ?? form.Add("metadata", request.Metadata).AddVendorFields(request.VendorFields);
    }

    /// <summary>Adds a schedule, or says why Stripe cannot keep it.</summary>
    internal static Refusal? AddSchedule(this StripeForm form, string prefix, PayoutSchedule? schedule, bool hasDelay = true)
    {
        if (schedule is null)
        {
            return null;
        }

        if (schedule.Weekdays.Any(static day => day is DayOfWeek.Saturday or DayOfWeek.Sunday))
        {
            return new Refusal(RefusalCode.Validation, "Payouts names a day of the weekend: Stripe pays out from Monday to Friday.") { Field = "Payouts" };
        }

        form.Add($"{prefix}[schedule][interval]", schedule.Interval.Value);
        for (var i = 0; i < schedule.Weekdays.Count; i++)
        {
            form.Add(Indexed($"{prefix}[schedule][weekly_payout_days]", i), schedule.Weekdays[i].ToString().ToLowerInvariant());
        }

        for (var i = 0; i < schedule.MonthDays.Count; i++)
        {
            form.Add(Indexed($"{prefix}[schedule][monthly_payout_days]", i), schedule.MonthDays[i]);
        }

        form.Add($"{prefix}[schedule][delay_days]", hasDelay ? schedule.DelayDays : null);
        return null;
    }

    internal static ConnectedAccount FromAccount(StripeAccount account) => new()
    {
        Id = new ConnectedAccountId(StripeMapping.Needed(account.Id, "id")),
        CanCharge = account.ChargesEnabled,
        CanPayOut = account.PayoutsEnabled,
        CurrentlyDue = account.Requirements?.CurrentlyDue ?? [],
        PastDue = account.Requirements?.PastDue ?? [],
        EventuallyDue = account.Requirements?.EventuallyDue ?? [],
        PendingVerification = account.Requirements?.PendingVerification ?? [],
        DueBy = StripeMapping.Time(account.Requirements?.CurrentDeadline),
        DisabledReason = account.Requirements?.DisabledReason,
        Capabilities = account.Capabilities?.ToDictionary(static pair => new AccountCapability(pair.Key), static pair => Status(pair.Value)) ?? [],
        BusinessType = string.IsNullOrEmpty(account.BusinessType) ? null : new BusinessType(account.BusinessType),
        Payouts = FromSchedule(account.Settings?.Payouts?.Schedule, account.Settings?.Payouts?.Schedule?.DelayDays),
        Metadata = account.Metadata ?? [],
    };

    internal static StripeCapability FromCapability(StripeCapabilityWire capability) => new()
    {
        Capability = new AccountCapability(StripeMapping.Needed(capability.Id, "id")),
        AccountId = new ConnectedAccountId(StripeMapping.Needed(capability.Account, "account")),
        Status = Status(capability.Status),
        IsRequested = capability.Requested,
        RequestedAt = StripeMapping.Time(capability.RequestedAt),
        CurrentlyDue = capability.Requirements?.CurrentlyDue ?? [],
        PastDue = capability.Requirements?.PastDue ?? [],
        EventuallyDue = capability.Requirements?.EventuallyDue ?? [],
        PendingVerification = capability.Requirements?.PendingVerification ?? [],
        DueBy = StripeMapping.Time(capability.Requirements?.CurrentDeadline),
        DisabledReason = capability.Requirements?.DisabledReason,
    };

    internal static StripeExternalAccount FromExternalAccount(StripeExternalAccountWire account) => new()
    {
        Id = StripeMapping.Needed(account.Id, "id"),
        IsCard = account.Object == "card",
        BankName = account.BankName,
        CardBrand = account.Brand,
        Last4 = account.Last4,
        Country = account.Country,
        Currency = string.IsNullOrEmpty(account.Currency) ? null : Currency.Parse(account.Currency),
        Status = account.Status,
        IsDefaultForCurrency = account.DefaultForCurrency == true,
        Metadata = account.Metadata ?? [],
    };

    internal static StripeBalanceSettings FromSettings(StripeBalanceSettingsWire settings)
    {
        var payments = settings.Payments ?? throw new FormatException("payments");
        return new StripeBalanceSettings
        {
            Payouts = FromSchedule(payments.Payouts?.Schedule, payments.SettlementTiming?.DelayDays),
            ArePayoutsEnabled = payments.Payouts?.Status == "enabled",
            StatementText = payments.Payouts?.StatementDescriptor,
            SettlementDays = payments.SettlementTiming?.DelayDays,
            DebitsNegativeBalances = payments.DebitNegativeBalances,
        };
    }

    internal static string Indexed(string name, int index) => string.Create(CultureInfo.InvariantCulture, $"{name}[{index}]");

    private static StripeForm AddCapabilities(StripeForm form, IReadOnlyList<AccountCapability> capabilities)
    {
        foreach (var capability in capabilities)
        {
            form.Add($"capabilities[{capability.Value}][requested]", true);
        }

        return form;
    }

    private static CapabilityStatus Status(string? status) => status switch
    {
        "active" => CapabilityStatus.Active,
        "inactive" => CapabilityStatus.Inactive,
        "pending" => CapabilityStatus.Pending,
        "unrequested" => CapabilityStatus.Unrequested,
        _ => CapabilityStatus.Unknown,
    };

    private static PayoutSchedule? FromSchedule(StripeSchedule? schedule, long? delayDays) => string.IsNullOrWhiteSpace(schedule?.Interval)
        ? null
        : new PayoutSchedule
        {
            Interval = new PayoutInterval(schedule.Interval),
            Weekdays = [.. (schedule.WeeklyPayoutDays ?? (schedule.WeeklyAnchor is { } day ? [day] : [])).Select(Weekday).OfType<DayOfWeek>()],
            MonthDays = [.. (schedule.MonthlyPayoutDays ?? (schedule.MonthlyAnchor is { } date ? [date] : [])).Where(static date => date is >= 1 and <= 31)],
            DelayDays = delayDays is >= 0 and <= 90 ? (int)delayDays : null,
        };

    private static DayOfWeek? Weekday(string? day) => day switch
    {
        "monday" => DayOfWeek.Monday,
        "tuesday" => DayOfWeek.Tuesday,
        "wednesday" => DayOfWeek.Wednesday,
        "thursday" => DayOfWeek.Thursday,
        "friday" => DayOfWeek.Friday,
        "saturday" => DayOfWeek.Saturday,
        "sunday" => DayOfWeek.Sunday,
        _ => null,
    };
}
