using System.Text.Json.Nodes;

namespace Commerce.Testing.Sandbox;

/// <content>Confirmation of a payment: the buyer's step, declines, and the charge.</content>
public sealed partial class StripeSandbox
{
    private static readonly TimeSpan SlowPayment = TimeSpan.FromDays(2);

    /// <summary>Does what the buyer does in 3-D Secure, for a payment or for a method that is being saved.</summary>
    /// <param name="id">The payment intent or setup intent, which requires an action.</param>
    /// <param name="succeeds">Whether the buyer proves to be the owner of the card.</param>
    /// <returns>The status that it has then.</returns>
    /// <exception cref="ArgumentException">There is no such intent.</exception>
    /// <exception cref="InvalidOperationException">It waits for no action of the buyer.</exception>
    public string CompleteAuthentication(string id, bool succeeds)
    {
        lock (Gate)
        {
            CatchUp();
            var intent = _store.Find(id) is { Kind: "payment_intent" or "setup_intent" } found ? found : throw new ArgumentException($"There is no intent {id}.", nameof(id));
            if (intent.Status != "requires_action")
            {
                throw new InvalidOperationException($"{id} waits for no action of the buyer: it is {intent.Status}.");
            }

            try
            {
                FinishAuthentication(intent, succeeds);
            }
            catch (StripeRefusal)
            {
                // The buyer sees it; the shop sees the status and the event.
            }

            _webhooks.Flush();
            return intent.Status;
        }
    }

    private void FinishAuthentication(StripeItem intent, bool succeeds)
    {
        intent.Set("next_action", (JsonNode?)null);
        var method = _store.Find(intent.Text("payment_method")!)!;
        if (intent.Kind == "setup_intent")
        {
            FinishSetup(intent, method, succeeds);
        }
        else if (succeeds)
        {
            Attempt(intent, method, isOffSession: false);
        }
        else
        {
            throw Fail(
                intent, null, method, "payment_intent_authentication_failure", null,
                "We are unable to authenticate your payment method. Please choose a different payment method and try again.");
        }
    }

    private JsonObject Confirm(StripeItem intent, StripeCall call)
    {
        var parameters = call.Parameters;
        if (intent.Status is not ("requires_payment_method" or "requires_confirmation" or "requires_action"))
        {
            throw WrongState(intent, "confirmed");
        }

        if (parameters.Amount("amount_to_confirm") is { } expected && expected != intent.Count("amount"))
        {
            throw StripeRefusal.Impossible("payment_intent_invalid_parameter", "The amount of the PaymentIntent is another one.", "amount_to_confirm", intent);
        }

        if ((parameters.Text("payment_method") is { } given && call.Path.EndsWith("/confirm", StringComparison.Ordinal) ? Method(call, given) : null) is { } other)
        {
            CheckOwner(other, intent.Text("customer"));
            intent.Set("payment_method", other.Id);
        }

        if (intent.Text("payment_method") is not { } id)
        {
            throw StripeRefusal.Invalid(
                "parameter_missing", "You cannot confirm this PaymentIntent because it's missing a payment method.", "payment_method");
        }

        if (parameters.Text("return_url") is null && (string?)intent.Body["automatic_payment_methods"]?["allow_redirects"] == "always")
        {
            throw StripeRefusal.Impossible(
                null, "This PaymentIntent accepts payment methods that might redirect your customer: provide a return_url, or set automatic_payment_methods[allow_redirects] to never.",
                "return_url", intent);
        }

        Ask(intent, parameters);
        var method = _store.Find(id)!;
        var isOffSession = parameters.Text("off_session") is not (null or "false");
        if (!NeedsAuthentication(method, isOffSession))
        {
            Attempt(intent, method, isOffSession);
            return intent.Body;
        }

        if (isOffSession || parameters.Flag("error_on_requires_action") == true)
        {
            var charge = NewCharge(intent, method, isPaid: false);
            throw Fail(
                intent, charge, method, "authentication_required", "authentication_required",
                "Your card was declined. This transaction requires authentication.");
        }

        intent.Status = "requires_action";
        intent.Set("next_action", NextAction(intent.Id, parameters));
        Tell("payment_intent.requires_action", intent);
        return intent.Body;
    }

    private static void Ask(StripeItem intent, StripeParameters parameters)
    {
        if (parameters.OneOf("setup_future_usage", "off_session", "on_session") is { } usage)
        {
            intent.Set("setup_future_usage", usage);
        }

        if (parameters.OneOf("capture_method", "automatic", "automatic_async", "manual") is { } capture)
        {
            intent.Set("capture_method", capture);
        }

        if (parameters.Text("receipt_email") is { } email)
        {
            intent.Set("receipt_email", email);
        }

        var card = new JsonObject { ["installments"] = null, ["mandate_options"] = null, ["network"] = null, ["request_three_d_secure"] = "automatic" };
        foreach (var (name, value) in parameters.Tree("payment_method_options")?["card"] as JsonObject ?? [])
        {
            card[name] = value?.DeepClone();
        }

        intent.Set("payment_method_options", new JsonObject { ["card"] = card });
    }

    private static JsonObject NextAction(string id, StripeParameters parameters) => parameters.Text("return_url") is { } back
        ? new JsonObject
        {
            ["type"] = "redirect_to_url",
            ["redirect_to_url"] = new JsonObject { ["return_url"] = back, ["url"] = "https://hooks.example.com/redirect/authenticate/" + id },
        }
        : new JsonObject { ["type"] = "use_stripe_sdk", ["use_stripe_sdk"] = new JsonObject { ["type"] = "three_d_secure_redirect" } };

    private bool NeedsAuthentication(StripeItem method, bool isOffSession) => _methods[method.Id].Authentication switch
    {
        StripeSandboxAuthentication.Always => true,
        StripeSandboxAuthentication.UnlessSetUp => !_setUp.Contains(method.Id),
        StripeSandboxAuthentication.OnSession => !isOffSession,
        _ => false,
    };

    private void Attempt(StripeItem intent, StripeItem method, bool isOffSession)
    {
        var test = _methods[method.Id];
        if (test.Decline is { } decline)
        {
            throw Fail(intent, NewCharge(intent, method, isPaid: false), method, decline.Code, decline.DeclineCode, decline.Message);
        }

        intent.Set("last_payment_error", (JsonNode?)null);
        if (test.Effect == StripeSandboxEffect.IsSlow)
        {
            var slow = NewCharge(intent, method, isPaid: true);
            slow.Status = "pending";
            slow.Set("paid", false);
            intent.Status = "processing";
            intent.Set("processing", new JsonObject { ["type"] = "card" });
            Tell("payment_intent.processing", intent);
            Later(SlowPayment, () =>
            {
                slow.Status = "succeeded";
                slow.Set("paid", true);
                intent.Set("processing", (JsonNode?)null);
                Take(intent, slow, intent.Count("amount"), new StripeParameters([]));
                Tell("charge.succeeded", slow);
            });
            return;
        }

        var charge = NewCharge(intent, method, isPaid: true);
        if (intent.Text("capture_method") == "manual" || (string?)intent.Body["payment_method_options"]?["card"]?["capture_method"] == "manual")
        {
            Authorize(intent, charge, isOffSession);
        }
        else
        {
            Take(intent, charge, intent.Count("amount"), new StripeParameters([]));
        }

        Tell("charge.succeeded", charge);
        KeepMethod(intent, method);
        Follow(charge);
    }

    /// <summary>Notes that an attempt failed; gives the answer that says so.</summary>
    private StripeRefusal Fail(StripeItem intent, StripeItem? charge, StripeItem method, string code, string? declineCode, string message)
    {
        intent.Status = "requires_payment_method";
        var error = new JsonObject { ["type"] = "card_error", ["code"] = code, ["message"] = message, ["payment_method"] = method.Body.DeepClone() };
        if (declineCode is not null)
        {
            error["decline_code"] = declineCode;
        }

        if (charge is not null)
        {
            error["charge"] = charge.Id;
            charge.Set("failure_code", code);
            charge.Set("failure_message", message);
            charge.Set("outcome", Outcome(_methods[method.Id], declineCode));
            Tell("charge.failed", charge);
        }

        intent.Set("last_payment_error", error);
        intent.Set("payment_method", (JsonNode?)null);
        Tell("payment_intent.payment_failed", intent);
        return new StripeRefusal(402, "card_error", code, message)
        {
            DeclineCode = declineCode, AdviceCode = AdviceOf(declineCode), Charge = charge?.Id, About = intent,
        };
    }

    private static string? AdviceOf(string? declineCode) => declineCode switch
    {
        "insufficient_funds" or "card_velocity_exceeded" or "processing_error" => "try_again_later",
        "lost_card" or "stolen_card" or "fraudulent" => "do_not_try_again",
        "expired_card" or "incorrect_cvc" => "confirm_card_data",
        _ => null,
    };
}
