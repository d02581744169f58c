using Commerce.Payments.Stripe.Wire;

namespace Commerce.Payments.Stripe;

/// <summary>Saving and keeping methods.</summary>
internal static partial class StripeMapping
{
    internal static Refusal? ToForm(CreateMethodSetupRequest request, StripeForm form)
    {
        form.Add("usage", request.ForOffSession ? "off_session" : "on_session")
            .Add("automatic_payment_methods[enabled]", true)
            .Add("automatic_payment_methods[allow_redirects]", request.ReturnUrl is null ? "never" : "always")
            .Add("customer", request.Customer?.Value)
            .Add("payment_method", request.Method?.Value);
        if (request.Confirm)
        {
            form.Add("confirm", true).Add("return_url", request.ReturnUrl?.AbsoluteUri);
        }

        return form.Add("metadata", request.Metadata).AddVendorFields(request.VendorFields);
    }

    internal static Refusal? ToForm(ConfirmMethodSetupRequest request, StripeForm form) => form
        .Add("payment_method", request.Method?.Value)
        .Add("return_url", request.ReturnUrl?.AbsoluteUri)
        .AddVendorFields(request.VendorFields);

    internal static MethodSetup FromSetup(StripeSetupIntentWire setup, string? requestId, ConnectedAccountId? seller)
    {
        var decline = setup.LastSetupError is { } error && setup.Status == "requires_payment_method"
            ? StripeDeclines.ToDecline(error, requestId)
            : null;
        return new MethodSetup
        {
            Id = new MethodSetupId(Needed(setup.Id, "id")),
            Status = setup.Status switch
            {
                "requires_payment_method" => decline is null ? MethodSetupStatus.Pending : MethodSetupStatus.Failed,
                "requires_confirmation" => MethodSetupStatus.Pending,
                "requires_action" => MethodSetupStatus.RequiresAction,
                "processing" => MethodSetupStatus.Processing,
                "succeeded" => MethodSetupStatus.Succeeded,
                "canceled" => MethodSetupStatus.Cancelled,
                _ => MethodSetupStatus.Unknown,
            },
            VendorStatus = setup.Status ?? "",
            Method = setup.PaymentMethod is { } method ? new PaymentMethodToken(method) : null,
            Customer = setup.Customer is { } customer ? new GatewayCustomerId(customer) : null,
            NextAction = Action(setup.NextAction),
            LastDecline = decline,
            ClientSecret = Hidden(setup.ClientSecret),
            CreatedAt = DateTimeOffset.FromUnixTimeSeconds(setup.Created),
            Seller = seller,
            Metadata = setup.Metadata ?? [],
            RequestId = requestId,
        };
    }

    internal static SavedMethod FromMethod(StripePaymentMethodWire method) => new(
        new PaymentMethodToken(Needed(method.Id, "id")),
        Needed(method.Type, "type"),
        method.Card?.Brand,
        method.Card?.Last4 ?? method.SepaDebit?.Last4 ?? method.UsBankAccount?.Last4,
        method.Card?.ExpYear,
        method.Card?.ExpMonth);
}
