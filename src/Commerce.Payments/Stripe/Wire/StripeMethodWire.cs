using System.Text.Json.Serialization;

namespace Commerce.Payments.Stripe.Wire;

internal sealed record StripeSetupIntentWire
{
    public string? Id { get; init; }

    public string? Status { get; init; }

    public string? ClientSecret { get; init; }

    public long Created { get; init; }

    [JsonConverter(typeof(StripeIdConverter))]
    public string? PaymentMethod { get; init; }

    [JsonConverter(typeof(StripeIdConverter))]
    public string? Customer { get; init; }

    public StripeNextAction? NextAction { get; init; }

    public StripeError? LastSetupError { get; init; }

    public Dictionary<string, string>? Metadata { get; init; }
}

internal sealed record StripeCustomerWire(string? Id);

internal sealed record StripePaymentMethodWire
{
    public string? Id { get; init; }

    public string? Type { get; init; }

    [JsonConverter(typeof(StripeIdConverter))]
    public string? Customer { get; init; }

    public StripeMethodCard? Card { get; init; }

    public StripeMethodAccount? SepaDebit { get; init; }

    public StripeMethodAccount? UsBankAccount { get; init; }
}

internal sealed record StripeMethodCard(string? Brand, string? Last4, int? ExpMonth, int? ExpYear);

internal sealed record StripeMethodAccount(string? Last4);
