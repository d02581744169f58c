using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Primitives;

namespace Commerce.Testing.Sandbox;

/// <content>Hosted checkout of one-off payments.</content>
public sealed partial class StripeSandbox
{
    private const string NoCheckout = "adaptive_pricing after_expiration allow_promotion_codes billing_address_collection client_secret collected_information consent"
        + " consent_collection currency_conversion customer_account customer_creation customer_details discounts integration_identifier invoice invoice_creation"
        + " managed_payments origin_context payment_intent payment_link payment_method_collection payment_method_configuration_details payment_method_options"
        + " permissions recovered_from saved_payment_method_options setup_intent shipping_address_collection shipping_cost subscription wallet_options";

    private readonly Dictionary<string, StripeParameters> _checkouts = new(StringComparer.Ordinal);

    /// <summary>Does what the buyer does on the hosted page: pays with a test payment method.</summary>
    /// <param name="id">The checkout session, which must be open.</param>
    /// <param name="method">The test payment method, such as <c>pm_card_visa</c>.</param>
    /// <returns>The session's payment status: <c>paid</c>, or <c>unpaid</c> when the method was declined.</returns>
    /// <exception cref="ArgumentException">There is no such open session or no such method.</exception>
    public string CompleteCheckout(string id, string method = "pm_card_visa")
    {
        ArgumentNullException.ThrowIfNull(method);
        lock (Gate)
        {
            CatchUp();
            var session = _store.Find(id) is { Kind: "checkout.session", Status: "open" } open ? open : throw new ArgumentException($"No session {id} is open.", nameof(id));
            var test = StripeSandboxMethod.All.GetValueOrDefault(method) ?? throw new ArgumentException($"There is no test method {method}.", nameof(method));
            Pay(session, AddMethod(session.Account, test));
            _webhooks.Flush();
            return session.Text("payment_status")!;
        }
    }

    private void MapCheckout(IEndpointRouteBuilder routes)
    {
        Post(
            routes, "checkout/sessions", "create-checkout", CreateCheckout,
            "cancel_url client_reference_id currency customer customer_email expires_at line_items* metadata* mode payment_intent_data* payment_method_types*"
            + " return_url success_url ui_mode locale submit_type");
        Get(routes, "checkout/sessions/{id}", "find-checkout", call => Find(call, "checkout.session", "session").Body);
        List(
            routes, "checkout/sessions", "list-checkouts", call => List(call, "checkout.session", "customer payment_intent status"),
            "created[gt,gte,lt,lte] customer payment_intent status");
        Post(routes, "checkout/sessions/{id}/expire", "expire-checkout", call =>
        {
            var session = Find(call, "checkout.session", "session");
            return session.Status == "open" ? Expire(session) : throw StripeRefusal.Impossible(null, $"Only open sessions can be expired; this one is {session.Status}.");
        });
        List(routes, "checkout/sessions/{id}/line_items", "list-checkout-lines", ListLines);
    }

    private JsonObject CreateCheckout(StripeCall call)
    {
        var parameters = call.Parameters;
        if (parameters.Text("mode") is not "payment")
        {
            throw StripeRefusal.Impossible(null, "The sandbox plays checkouts of mode payment only.", "mode");
        }

        var lines = Lines(parameters);
        if (lines.Count == 0)
        {
            throw StripeRefusal.Invalid("parameter_missing", "Missing required param: line_items.", "line_items");
        }

        var total = lines.Sum(static line => line.Amount * line.Quantity);
        StripeAmounts.CheckCharge(total, lines[0].Currency);
        CheckConnect(PaymentOf(parameters), total, parameters.Text("payment_intent_data[transfer_data][destination]"), call.Account);
        var lifetime = parameters.Count("expires_at") is { } end ? DateTimeOffset.FromUnixTimeSeconds(end) - Now : TimeSpan.FromHours(24);
        var body = new JsonObject();
        foreach (var name in NoCheckout.Split(' '))
        {
            body[name] = null;
        }

        foreach (var name in (string[])["cancel_url", "client_reference_id", "customer_email", "success_url", "locale", "submit_type"])
        {
            body[name] = parameters.Text(name);
        }

        (body["amount_subtotal"], body["amount_total"], body["currency"], body["customer"]) = (total, total, lines[0].Currency, CustomerOf(call));
        body["automatic_tax"] = new JsonObject { ["enabled"] = false, ["liability"] = null, ["provider"] = null, ["status"] = null };
        body["custom_fields"] = new JsonArray();
        body["custom_text"] = new JsonObject { ["after_submit"] = null, ["shipping_address"] = null, ["submit"] = null, ["terms_of_service_acceptance"] = null };
        body["expires_at"] = (Now + lifetime).ToUnixTimeSeconds();
        body["metadata"] = parameters.Metadata();
        body["mode"] = "payment";
        body["payment_method_types"] = new JsonArray("card");
        body["payment_status"] = "unpaid";
        body["shipping_options"] = new JsonArray();
        body["status"] = "open";
        body["total_details"] = new JsonObject { ["amount_discount"] = 0L, ["amount_shipping"] = 0L, ["amount_tax"] = 0L };
        body["ui_mode"] = "hosted_page";
        var session = Add("checkout.session", "cs_test", call.Account, body);
        session.Set("url", "https://checkout.example.com/c/pay/" + session.Id);
        _checkouts[session.Id] = parameters;
        Expires(lifetime, () =>
        {
            if (session.Status == "open")
            {
                Expire(session);
            }
        });
        return session.Body;
    }

    private JsonObject Expire(StripeItem session)
    {
        session.Status = "expired";
        session.Set("url", (JsonNode?)null);
        Tell("checkout.session.expired", session);
        return session.Body;
    }

    private void Pay(StripeItem session, StripeItem method)
    {
        var parameters = PaymentOf(_checkouts[session.Id]);
        var intent = _store.Find(session.Text("payment_intent") ?? "");
        if (intent is null)
        {
            intent = Add("payment_intent", "pi", session.Account, NewIntent(parameters, session.Count("amount_total"), session.Currency, session.Text("customer"), method));
            intent.Set("client_secret", intent.Id + "_secret_sandbox");
            session.Set("payment_intent", intent.Id);
            _store.Index(intent);
            _store.Index(session);
            Tell("payment_intent.created", intent);
        }

        try
        {
            intent.Set("payment_method", method.Id);
            Attempt(intent, method, isOffSession: false);
        }
        catch (StripeRefusal)
        {
            // The buyer sees it on the page and may try another card.
            return;
        }

        session.Status = "complete";
        session.Set("payment_status", intent.Status == "succeeded" ? "paid" : "unpaid");
        session.Set("url", (JsonNode?)null);
        Tell("checkout.session.completed", session);
    }

    /// <summary>Gives the parameters of the payment that the session will make.</summary>
    private static StripeParameters PaymentOf(StripeParameters parameters) => new(parameters.All
        .Where(static pair => pair.Key.StartsWith("payment_intent_data[", StringComparison.Ordinal))
        .Select(static pair =>
        {
            var name = pair.Key["payment_intent_data[".Length..];
            var end = name.IndexOf(']', StringComparison.Ordinal);
            return KeyValuePair.Create(name.Remove(end, 1), (StringValues)pair.Value);
        }));

    private static List<CheckoutLine> Lines(StripeParameters parameters) =>
        [.. (parameters.Tree("line_items") ?? []).Select(static line => new CheckoutLine(
            Number(line.Value?["price_data"]?["unit_amount"])
                ?? throw StripeRefusal.Invalid("parameter_missing", "Line items need price_data with unit_amount.", $"line_items[{line.Key}][price_data]"),
            Number(line.Value?["quantity"]) ?? 1,
            (string?)line.Value?["price_data"]?["currency"]
                ?? throw StripeRefusal.Invalid("parameter_missing", "Line items need a currency.", $"line_items[{line.Key}][price_data][currency]"),
            (string?)line.Value?["price_data"]?["product_data"]?["name"]))];

    private static long? Number(JsonNode? node) => long.TryParse((string?)node, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private JsonObject ListLines(StripeCall call)
    {
        var session = Find(call, "checkout.session", "session");
        var data = Lines(_checkouts[session.Id]).Select((line, index) => new JsonObject
        {
            ["id"] = $"li_{session.Id}_{index}", ["object"] = "item", ["amount_discount"] = 0L, ["amount_subtotal"] = line.Amount * line.Quantity, ["amount_tax"] = 0L,
            ["amount_total"] = line.Amount * line.Quantity, ["currency"] = line.Currency, ["description"] = line.Name, ["price"] = null, ["quantity"] = line.Quantity,
        });
        return new JsonObject { ["object"] = "list", ["url"] = call.ListPath, ["has_more"] = false, ["data"] = new JsonArray([.. data]) };
    }

    private sealed record CheckoutLine(long Amount, long Quantity, string Currency, string? Name);
}
