using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Routing;

namespace Commerce.Testing.Sandbox;

/// <content>Payment intents: made, changed and found.</content>
public sealed partial class StripeSandbox
{
    private const string MethodParameters = " payment_method payment_method_data* payment_method_options* payment_method_types* allowed_payment_method_types*"
        + " excluded_payment_method_types* setup_future_usage receipt_email shipping* amount_details* hooks* payment_details* radar_options*";

    private const string ConfirmParameters = " confirmation_token error_on_requires_action mandate mandate_data* off_session return_url use_stripe_sdk";

    private void MapPayments(IEndpointRouteBuilder routes)
    {
        const string Money = " application_fee_amount description metadata* statement_descriptor statement_descriptor_suffix transfer_data[destination,amount]";
        const string Shared = Money + MethodParameters + " capture_method customer customer_account payment_method_configuration transfer_group";
        Post(
            routes, "payment_intents", "create-payment", Create,
            "amount! currency! confirm automatic_payment_methods[enabled,allow_redirects] confirmation_method on_behalf_of" + Shared + ConfirmParameters);
        Get(routes, "payment_intents/{id}", "find-payment", call => Find(call, "payment_intent", "intent").Body, "client_secret");
        List(
            routes, "payment_intents", "list-payments", call => List(call, "payment_intent", "customer customer_account"),
            "created[gt,gte,lt,lte] customer customer_account");
        Get(routes, "payment_intents/search", "search-payments", call => Search(call, "payment_intent"), "query! limit page");
        Post(routes, "payment_intents/{id}", "update-payment", call => Update(Intent(call), call), "amount currency" + Shared);
        Post(
            routes, "payment_intents/{id}/confirm", "confirm-payment", call => Confirm(Intent(call), call),
            "amount_to_confirm capture_method" + MethodParameters + ConfirmParameters);
        Post(
            routes, "payment_intents/{id}/capture", "capture-payment", call => Capture(Intent(call), call.Parameters),
            "amount_to_capture final_capture amount_details* hooks* payment_details*" + Money);
        Post(
            routes, "payment_intents/{id}/cancel", "cancel-payment",
            call => Cancel(Intent(call), call.Parameters.OneOf("cancellation_reason", "abandoned", "duplicate", "fraudulent", "requested_by_customer")),
            "cancellation_reason");
        Post(
            routes, "payment_intents/{id}/increment_authorization", "increase-authorization", call => Increase(Intent(call), call.Parameters),
            "amount! amount_details* hooks* payment_details*" + Money);
    }

    private StripeItem Intent(StripeCall call) => Find(call, "payment_intent", "intent");

    private static StripeRefusal WrongState(StripeItem intent, string what) => StripeRefusal.Impossible(
        "payment_intent_unexpected_state", $"This PaymentIntent could not be {what} because it has a status of {intent.Status}.", about: intent);

    private JsonObject Create(StripeCall call)
    {
        var parameters = call.Parameters;
        var currency = StripeAmounts.Currency(parameters);
        var amount = parameters.Amount("amount")!.Value;
        StripeAmounts.CheckCharge(amount, currency);
        var isConfirmed = parameters.Flag("confirm") ?? false;
        if (!isConfirmed && parameters.Has("off_session"))
        {
            throw StripeRefusal.Invalid("parameter_unknown", "off_session can only be used when confirm is true.", "off_session");
        }

        CheckConnect(parameters, amount, parameters.Text("transfer_data[destination]"), call.Account);
        var customer = CustomerOf(call);
        var method = parameters.Text("payment_method") is { } given ? Method(call, given) : null;
        CheckOwner(method, customer);
        var intent = Add("payment_intent", "pi", call.Account, NewIntent(parameters, amount, currency, customer, method));
        intent.Set("client_secret", intent.Id + "_secret_sandbox");
        _store.Index(intent);
        Tell("payment_intent.created", intent);
        return isConfirmed ? Confirm(intent, call) : intent.Body;
    }

    private static JsonObject NewIntent(StripeParameters parameters, long amount, string currency, string? customer, StripeItem? method) => new()
    {
        ["amount"] = amount,
        ["amount_capturable"] = 0L,
        ["amount_received"] = 0L,
        ["application"] = null,
        ["application_fee_amount"] = parameters.Count("application_fee_amount"),
        ["automatic_payment_methods"] = parameters.Has("payment_method_types") || parameters.Flag("automatic_payment_methods[enabled]") == false
            ? null
            : new JsonObject
            {
                ["allow_redirects"] = parameters.OneOf("automatic_payment_methods[allow_redirects]", "always", "never") ?? "always", ["enabled"] = true,
            },
        ["canceled_at"] = null,
        ["cancellation_reason"] = null,
        ["capture_method"] = parameters.OneOf("capture_method", "automatic", "automatic_async", "manual") ?? "automatic_async",
        ["confirmation_method"] = parameters.OneOf("confirmation_method", "automatic", "manual") ?? "automatic",
        ["currency"] = currency,
        ["customer"] = customer,
        ["customer_account"] = null,
        ["description"] = parameters.Text("description", 1000),
        ["excluded_payment_method_types"] = null,
        ["last_payment_error"] = null,
        ["latest_charge"] = null,
        ["managed_payments"] = null,
        ["metadata"] = parameters.Metadata(),
        ["next_action"] = null,
        ["on_behalf_of"] = parameters.Text("on_behalf_of"),
        ["payment_method"] = method?.Id,
        ["payment_method_configuration_details"] = null,
        ["payment_method_options"] = new JsonObject(),
        ["payment_method_types"] = new JsonArray([.. (parameters.List("payment_method_types") is { Count: > 0 } types ? types : ["card"]).Select(static type => JsonValue.Create(type))]),
        ["processing"] = null,
        ["receipt_email"] = parameters.Text("receipt_email"),
        ["review"] = null,
        ["setup_future_usage"] = parameters.OneOf("setup_future_usage", "off_session", "on_session"),
        ["shipping"] = parameters.Shipping(),
        ["source"] = null,
        ["statement_descriptor"] = parameters.Text("statement_descriptor", 22),
        ["statement_descriptor_suffix"] = parameters.Text("statement_descriptor_suffix", 22),
        ["status"] = method is null ? "requires_payment_method" : "requires_confirmation",
        ["transfer_data"] = TransferData(parameters, null),
        ["transfer_group"] = parameters.Text("transfer_group"),
    };

    private static JsonObject? TransferData(StripeParameters parameters, JsonObject? now)
    {
        var (destination, amount) = (parameters.Text("transfer_data[destination]") ?? (string?)now?["destination"], parameters.Count("transfer_data[amount]"));
        var data = destination is null ? null : new JsonObject { ["destination"] = destination };
        if (data is not null && (amount ?? (long?)now?["amount"]) is { } part)
        {
            data["amount"] = part;
        }

        return data;
    }

    /// <summary>Checks commission and destination against the amount and against each other.</summary>
    private void CheckConnect(StripeParameters parameters, long amount, string? destination, string account)
    {
        var (fee, part) = (parameters.Count("application_fee_amount"), parameters.Count("transfer_data[amount]"));
        if (fee is not null && destination is null && account.Length == 0)
        {
            throw StripeRefusal.Impossible(
                "application_fees_not_allowed", "Can only apply an application_fee_amount when the PaymentIntent is made on behalf of another account.", "application_fee_amount");
        }

        if (fee is not null && part is not null)
        {
            throw StripeRefusal.Invalid("parameters_exclusive", "You may only specify one of these parameters: application_fee_amount, transfer_data[amount].", "application_fee_amount");
        }

        if (fee is < 0 || fee > amount)
        {
            throw StripeRefusal.Invalid(null, "Your application fee cannot be larger than the payment.", "application_fee_amount");
        }

        if (part is <= 0 || part > amount)
        {
            throw StripeRefusal.Invalid(null, "The transfer amount cannot be larger than the payment.", "transfer_data[amount]");
        }

        if (destination is not null)
        {
            CheckDestination(destination, "transfer_data[destination]");
        }
    }

    private JsonObject Update(StripeItem intent, StripeCall call)
    {
        var parameters = call.Parameters;
        var isOpen = intent.Status is "requires_payment_method" or "requires_confirmation" or "requires_action";
        string[] money = ["amount", "currency", "application_fee_amount", "transfer_data", "payment_method", "customer", "capture_method", "transfer_group"];
        if (!isOpen && money.Any(parameters.Has))
        {
            throw WrongState(intent, "updated");
        }

        var currency = parameters.Text("currency") is null ? intent.Currency : StripeAmounts.Currency(parameters);
        var amount = parameters.Amount("amount") ?? intent.Count("amount");
        if (isOpen)
        {
            StripeAmounts.CheckCharge(amount, currency);
        }

        var data = intent.Body["transfer_data"] as JsonObject;
        CheckConnect(parameters, amount, parameters.Text("transfer_data[destination]") ?? (string?)data?["destination"], call.Account);
        var customer = CustomerOf(call) ?? intent.Text("customer");
        if (parameters.Text("payment_method") is { } given)
        {
            var method = Method(call, given);
            CheckOwner(method, customer);
            intent.Set("payment_method", method.Id);
            intent.Status = "requires_confirmation";
        }

        (intent.Body["amount"], intent.Body["currency"], intent.Body["customer"]) = (amount, currency, customer);
        if (parameters.Count("application_fee_amount") is { } fee)
        {
            intent.Set("application_fee_amount", fee);
        }

        intent.Set("transfer_data", TransferData(parameters, data));
        intent.Set("capture_method", parameters.OneOf("capture_method", "automatic", "automatic_async", "manual") ?? intent.Text("capture_method"));
        if (parameters.Has("shipping"))
        {
            intent.Set("shipping", parameters.Shipping());
        }

        return Update(intent, parameters, "description", "receipt_email", "setup_future_usage", "statement_descriptor", "statement_descriptor_suffix", "transfer_group");
    }
}
