using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Routing;

namespace Commerce.Testing.Sandbox;

/// <content>Payment methods: the documented test methods, made, kept by customers, let go.</content>
public sealed partial class StripeSandbox
{
    private readonly Dictionary<string, StripeSandboxMethod> _methods = new(StringComparer.Ordinal);
    private readonly HashSet<string> _setUp = new(StringComparer.Ordinal);

    private void MapMethods(IEndpointRouteBuilder routes)
    {
        Post(
            routes, "payment_methods", "create-method", CreateMethod,
            "allow_redisplay billing_details* card[number,exp_month,exp_year,cvc,token] customer metadata* payment_method type us_bank_account*");
        Get(routes, "payment_methods/{id}", "find-method", call => Method(call, call.Id).Body);
        List(
            routes, "payment_methods", "list-methods", call => List(call, "payment_method", "customer type"), "allow_redisplay customer customer_account type");
        Post(
            routes, "payment_methods/{id}", "update-method", call =>
            {
                var method = Method(call, call.Id);
                Overlay((JsonObject)method.Body["billing_details"]!, call.Parameters.Tree("billing_details"));
                return Update(method, call.Parameters, "allow_redisplay");
            }, "allow_redisplay billing_details* card[exp_month,exp_year] metadata*");
        Post(
            routes, "payment_methods/{id}/attach", "attach-method", call =>
            {
                var customer = CustomerOf(call) ?? throw StripeRefusal.Invalid("parameter_missing", "Missing required param: customer.", "customer");
                var method = Method(call, call.Id);
                Attach(method, customer);
                return method.Body;
            }, "customer customer_account");
        Post(routes, "payment_methods/{id}/detach", "detach-method", Detach);
    }

    /// <summary>Finds a method, or makes one of a documented test method.</summary>
    private StripeItem Method(StripeCall call, string id)
    {
        if (StripeSandboxMethod.All.TryGetValue(id, out var test))
        {
            return AddMethod(call.Account, test);
        }

        return _store.Find(id, "payment_method", call.Account) ?? throw StripeRefusal.Missing("PaymentMethod", "payment_method", id);
    }

    private StripeItem AddMethod(string account, StripeSandboxMethod test)
    {
        var body = new JsonObject
        {
            ["allow_redisplay"] = "unspecified",
            ["billing_details"] = NoBillingDetails(),
            ["customer"] = null,
            ["customer_account"] = null,
            ["metadata"] = new JsonObject(),
            ["type"] = test.IsCard ? "card" : "us_bank_account",
        };
        body[test.IsCard ? "card" : "us_bank_account"] = test.IsCard
            ? new JsonObject
            {
                ["brand"] = test.Brand,
                ["checks"] = Checks(test),
                ["country"] = test.Country,
                ["display_brand"] = test.Brand,
                ["exp_month"] = 8L,
                ["exp_year"] = 2034L,
                ["fingerprint"] = "sandbox" + test.Last4,
                ["funding"] = test.Funding,
                ["generated_from"] = null,
                ["last4"] = test.Last4,
                ["networks"] = new JsonObject { ["available"] = new JsonArray(test.Brand), ["preferred"] = null },
                ["regulated_status"] = "unregulated",
                ["three_d_secure_usage"] = new JsonObject { ["supported"] = true },
                ["wallet"] = null,
            }
            : UsBankAccount(test);
        if (body["us_bank_account"] is { } bank)
        {
            (bank["financial_connections_account"], bank["networks"], bank["status_details"]) = (null, null, null);
        }

        var method = Add("payment_method", "pm", account, body);
        _methods[method.Id] = test;
        return method;
    }

    private static JsonObject UsBankAccount(StripeSandboxMethod test) => new()
    {
        ["account_holder_type"] = "individual", ["account_type"] = "checking", ["bank_name"] = "STRIPE TEST BANK", ["fingerprint"] = "sandbox" + test.Last4,
        ["last4"] = test.Last4, ["routing_number"] = "110000000",
    };

    private static JsonObject Checks(StripeSandboxMethod test) => new()
    {
        ["address_line1_check"] = null, ["address_postal_code_check"] = test.PostalCodeCheck, ["cvc_check"] = test.CvcCheck,
    };

    private static JsonObject NoBillingDetails() => new()
    {
        ["address"] = new JsonObject { ["city"] = null, ["country"] = null, ["line1"] = null, ["line2"] = null, ["postal_code"] = null, ["state"] = null },
        ["email"] = null,
        ["name"] = null,
        ["phone"] = null,
        ["tax_id"] = null,
    };

    private static void Overlay(JsonObject target, JsonObject? changes)
    {
        foreach (var (name, value) in changes ?? [])
        {
            if (target[name] is JsonObject below && value is JsonObject deeper)
            {
                Overlay(below, deeper);
            }
            else
            {
                target[name] = value?.DeepClone();
            }
        }
    }

    private JsonObject CreateMethod(StripeCall call)
    {
        var parameters = call.Parameters;
        var type = parameters.Text("type") ?? throw StripeRefusal.Invalid("parameter_missing", "Missing required param: type.", "type");
        var test = type switch
        {
            "us_bank_account" => StripeSandboxMethod.All["pm_usBankAccount_success"],
            "card" when parameters.Text("card[token]") is { } token =>
                StripeSandboxMethod.All.GetValueOrDefault("pm_card_" + token["tok_".Length..]) ?? throw StripeRefusal.Missing("token", "card[token]", token),
            "card" => CardOf(parameters),
            _ => throw StripeRefusal.Impossible("payment_method_unsupported_type", $"The payment method type {type} is not played by the sandbox.", "type"),
        };
        var method = AddMethod(call.Account, test);
        Overlay((JsonObject)method.Body["billing_details"]!, parameters.Tree("billing_details"));
        return Update(method, parameters, "allow_redisplay");
    }

    /// <summary>Finds the test card of a number by its last four digits.</summary>
    private static StripeSandboxMethod CardOf(StripeParameters parameters)
    {
        var number = parameters.Text("card[number]") ?? throw StripeRefusal.Invalid("parameter_missing", "Missing required param: card[number].", "card[number]");
        if (number.Length is < 12 or > 19 || !number.All(char.IsAsciiDigit) || !IsLuhn(number))
        {
            throw new StripeRefusal(402, "card_error", "incorrect_number", "Your card number is incorrect.", "number");
        }

        return StripeSandboxMethod.All.Values.FirstOrDefault(test => test.IsCard && number.EndsWith(test.Last4, StringComparison.Ordinal))
            ?? throw new StripeRefusal(402, "card_error", "card_declined", "Your card was declined. Only test cards work here.") { DeclineCode = "testmode_decline" };
    }

    private static bool IsLuhn(string number)
    {
        var sum = 0;
        for (var i = 0; i < number.Length; i++)
        {
            var digit = (number[^(i + 1)] - '0') * ((i % 2) + 1);
            sum += digit > 9 ? digit - 9 : digit;
        }

        return sum % 10 == 0;
    }

    private static void CheckOwner(StripeItem? method, string? customer)
    {
        if (method?.Text("customer") is { } owner && owner != customer)
        {
            throw StripeRefusal.Impossible(
                "payment_intent_invalid_parameter", $"The PaymentMethod supplied ({method.Id}) belongs to a Customer. Please include the Customer in the `customer` parameter.",
                "payment_method");
        }
    }

    private void Attach(StripeItem method, string customer)
    {
        var test = _methods[method.Id];
        if (test is { Decline: { } decline, AttachesFirst: false, Authentication: StripeSandboxAuthentication.Never })
        {
            throw new StripeRefusal(402, "card_error", decline.Code, decline.Message) { DeclineCode = decline.DeclineCode };
        }

        if (method.Text("customer") is { } owner && owner != customer)
        {
            throw StripeRefusal.Impossible("payment_method_unexpected_state", "The payment method you provided has already been attached to a customer.", about: method);
        }

        method.Set("customer", customer);
        _store.Index(method);
        Tell("payment_method.attached", method);
    }

    private JsonObject Detach(StripeCall call)
    {
        var method = Method(call, call.Id);
        if (method.Text("customer") is not { } customer)
        {
            throw StripeRefusal.Impossible(
                "payment_method_unexpected_state", "The payment method you provided is not attached to a customer so detachment is impossible.", about: method);
        }

        method.Set("customer", (JsonNode?)null);
        Tell("payment_method.detached", method.Account, method.Body, new JsonObject { ["customer"] = customer });
        return method.Body;
    }

    /// <summary>Keeps the method with the customer when the payment asked for it.</summary>
    private void KeepMethod(StripeItem intent, StripeItem method)
    {
        if (intent.Text("setup_future_usage") is not { } usage)
        {
            return;
        }

        if (usage == "off_session")
        {
            _setUp.Add(method.Id);
        }

        if (intent.Text("customer") is { } customer && method.Text("customer") is null)
        {
            Attach(method, customer);
        }
    }
}
