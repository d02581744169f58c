using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Routing;

namespace Commerce.Testing.Sandbox;

/// <content>Setup intents: methods that are saved without a charge.</content>
public sealed partial class StripeSandbox
{
    private void MapSetups(IEndpointRouteBuilder routes)
    {
        const string Method = " payment_method payment_method_data* payment_method_options* payment_method_types* allowed_payment_method_types*"
            + " excluded_payment_method_types*";
        const string Shared = Method + " attach_to_self customer customer_account description flow_directions* metadata* payment_method_configuration";
        const string Confirmation = " confirmation_token mandate_data* return_url use_stripe_sdk";
        Post(
            routes, "setup_intents", "create-setup", CreateSetup,
            "automatic_payment_methods[enabled,allow_redirects] confirm on_behalf_of single_use* usage" + Shared + Confirmation);
        Get(routes, "setup_intents/{id}", "find-setup", call => Setup(call).Body, "client_secret");
        List(
            routes, "setup_intents", "list-setups", call => List(call, "setup_intent", "customer customer_account payment_method"),
            "attach_to_self created[gt,gte,lt,lte] customer customer_account payment_method");
        Post(routes, "setup_intents/{id}", "update-setup", UpdateSetup, Shared);
        Post(routes, "setup_intents/{id}/confirm", "confirm-setup", call => ConfirmSetup(Setup(call), call), Method + Confirmation);
        Post(routes, "setup_intents/{id}/cancel", "cancel-setup", CancelSetup, "cancellation_reason");
    }

    private StripeItem Setup(StripeCall call) => Find(call, "setup_intent", "intent");

    private JsonObject CreateSetup(StripeCall call)
    {
        var parameters = call.Parameters;
        var customer = CustomerOf(call);
        var method = parameters.Text("payment_method") is { } id ? Method(call, id) : null;
        CheckOwner(method, customer);
        var setup = Add("setup_intent", "seti", call.Account, new JsonObject
        {
            ["application"] = null,
            ["automatic_payment_methods"] = parameters.Has("payment_method_types")
                ? null
                : new JsonObject { ["allow_redirects"] = parameters.Text("automatic_payment_methods[allow_redirects]") ?? "always", ["enabled"] = true },
            ["cancellation_reason"] = null,
            ["customer"] = customer,
            ["customer_account"] = null,
            ["description"] = parameters.Text("description"),
            ["excluded_payment_method_types"] = null,
            ["last_setup_error"] = null,
            ["latest_attempt"] = null,
            ["mandate"] = null,
            ["metadata"] = parameters.Metadata(),
            ["next_action"] = null,
            ["on_behalf_of"] = parameters.Text("on_behalf_of"),
            ["payment_method"] = method?.Id,
            ["payment_method_configuration_details"] = null,
            ["payment_method_options"] = null,
            ["payment_method_types"] = new JsonArray("card"),
            ["single_use_mandate"] = null,
            ["status"] = method is null ? "requires_payment_method" : "requires_confirmation",
            ["usage"] = parameters.OneOf("usage", "off_session", "on_session") ?? "off_session",
        });
        setup.Set("client_secret", setup.Id + "_secret_sandbox");
        Tell("setup_intent.created", setup);
        return parameters.Flag("confirm") == true ? ConfirmSetup(setup, call) : setup.Body;
    }

    private static StripeRefusal WrongSetup(StripeItem setup, string what) => StripeRefusal.Impossible(
        "setup_intent_unexpected_state", $"This SetupIntent could not be {what} because it has a status of {setup.Status}.", about: setup);

    private JsonObject UpdateSetup(StripeCall call)
    {
        var setup = Setup(call);
        if (setup.Status is "succeeded" or "canceled" && (call.Parameters.Has("payment_method") || call.Parameters.Has("customer")))
        {
            throw WrongSetup(setup, "updated");
        }

        var customer = CustomerOf(call) ?? setup.Text("customer");
        if (call.Parameters.Text("payment_method") is { } id)
        {
            var method = Method(call, id);
            CheckOwner(method, customer);
            setup.Set("payment_method", method.Id);
            setup.Status = "requires_confirmation";
        }

        setup.Set("customer", customer);
        return Update(setup, call.Parameters, "description");
    }

    private JsonObject ConfirmSetup(StripeItem setup, StripeCall call)
    {
        if (setup.Status is not ("requires_payment_method" or "requires_confirmation" or "requires_action"))
        {
            throw WrongSetup(setup, "confirmed");
        }

        if (call.Parameters.Text("payment_method") is { } given && call.Path.EndsWith("/confirm", StringComparison.Ordinal))
        {
            var other = Method(call, given);
            CheckOwner(other, setup.Text("customer"));
            setup.Set("payment_method", other.Id);
        }

        if (setup.Text("payment_method") is not { } id)
        {
            throw StripeRefusal.Invalid("parameter_missing", "You cannot confirm this SetupIntent because it's missing a payment method.", "payment_method");
        }

        if (call.Parameters.Text("return_url") is null && (string?)setup.Body["automatic_payment_methods"]?["allow_redirects"] == "always")
        {
            throw StripeRefusal.Impossible(
                null, "This SetupIntent accepts payment methods that might redirect your customer: provide a return_url, or set automatic_payment_methods[allow_redirects] to never.",
                "return_url", setup);
        }

        var method = _store.Find(id)!;
        if (_methods[id].Authentication is StripeSandboxAuthentication.Always or StripeSandboxAuthentication.UnlessSetUp)
        {
            setup.Status = "requires_action";
            setup.Set("next_action", NextAction(setup.Id, call.Parameters));
            Tell("setup_intent.requires_action", setup);
            return setup.Body;
        }

        FinishSetup(setup, method, succeeds: true);
        return setup.Body;
    }

    private void FinishSetup(StripeItem setup, StripeItem method, bool succeeds)
    {
        var decline = _methods[method.Id] is { AttachesFirst: false, Authentication: StripeSandboxAuthentication.Never } test ? test.Decline : null;
        if (!succeeds || decline is not null)
        {
            var (code, declineCode, message) = decline ?? ("setup_intent_authentication_failure", null!, "We are unable to authenticate your payment method.");
            setup.Status = "requires_payment_method";
            var error = new JsonObject { ["type"] = "card_error", ["code"] = code, ["message"] = message, ["payment_method"] = method.Body.DeepClone() };
            if (decline is not null)
            {
                error["decline_code"] = declineCode;
            }

            setup.Set("last_setup_error", error);
            setup.Set("payment_method", (JsonNode?)null);
            Tell("setup_intent.setup_failed", setup);
            throw new StripeRefusal(402, "card_error", code, message) { DeclineCode = declineCode, About = setup };
        }

        setup.Status = "succeeded";
        setup.Set("last_setup_error", (JsonNode?)null);
        if (setup.Text("usage") == "off_session")
        {
            _setUp.Add(method.Id);
        }

        if (setup.Text("customer") is { } customer && method.Text("customer") is null)
        {
            Attach(method, customer);
        }

        _store.Index(setup);
        Tell("setup_intent.succeeded", setup);
    }

    private JsonObject CancelSetup(StripeCall call)
    {
        var setup = Setup(call);
        if (setup.Status is "succeeded" or "canceled" or "processing")
        {
            throw WrongSetup(setup, "canceled");
        }

        setup.Set("cancellation_reason", call.Parameters.OneOf("cancellation_reason", "abandoned", "duplicate", "requested_by_customer"));
        setup.Set("next_action", (JsonNode?)null);
        setup.Status = "canceled";
        Tell("setup_intent.canceled", setup);
        return setup.Body;
    }
}
