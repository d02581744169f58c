using System.Text.Json.Nodes;

namespace Commerce.Testing.Sandbox;

/// <content>Held money: captured in one go or in parts, increased, let go, expired.</content>
public sealed partial class StripeSandbox
{
    private const int MostIncrements = 10;

    private static readonly TimeSpan Hold = TimeSpan.FromDays(7);
    private static readonly TimeSpan HoldWithoutBuyer = new(4, 18, 0, 0);

    private void Authorize(StripeItem intent, StripeItem charge, bool isOffSession)
    {
        var hold = isOffSession && _charges[charge.Id].Method.Brand == "visa" ? HoldWithoutBuyer : Hold;
        charge.Body["payment_method_details"]!["card"]!["capture_before"] = (Now + hold).ToUnixTimeSeconds();
        intent.Status = "requires_capture";
        intent.Set("amount_capturable", intent.Count("amount"));
        Tell("payment_intent.amount_capturable_updated", intent);
        Expires(hold, () =>
        {
            if (intent.Status == "requires_capture" && intent.Text("latest_charge") == charge.Id)
            {
                // What was captured in parts stays; the rest is let go.
                if (intent.Count("amount_received") > 0)
                {
                    Complete(intent);
                    return;
                }

                Cancel(intent, "automatic");
                Tell("charge.expired", charge);
            }
        });
    }

    private JsonObject Capture(StripeItem intent, StripeParameters parameters)
    {
        var isFinal = parameters.Flag("final_capture") ?? true;
        if (intent.Status != "requires_capture")
        {
            throw WrongState(intent, "captured");
        }

        var charge = _store.Find(intent.Text("latest_charge")!)!;
        var capturable = intent.Count("amount_capturable");
        var amount = parameters.Amount("amount_to_capture") ?? capturable;
        if (amount > capturable)
        {
            throw StripeRefusal.Impossible("amount_too_large", "The amount to capture is more than the amount authorized.", "amount_to_capture", intent);
        }

        if (!isFinal && !_charges[charge.Id].CanCaptureAgain)
        {
            throw StripeRefusal.Impossible(
                "payment_intent_invalid_parameter", "This PaymentIntent cannot be captured more than once: multicapture is not available for it.", "final_capture", intent);
        }

        CheckConnect(parameters, amount, (string?)intent.Body["transfer_data"]?["destination"], intent.Account);
        parameters.Merge(intent);
        foreach (var name in (string[])["statement_descriptor", "statement_descriptor_suffix"])
        {
            if (parameters.Text(name) is { } text)
            {
                intent.Set(name, text);
            }
        }

        Take(intent, charge, amount, parameters, isFinal);
        Tell("charge.captured", charge);
        return intent.Body;
    }

    /// <summary>Takes money of the buyer and shares it out.</summary>
    private void Take(StripeItem intent, StripeItem charge, long amount, StripeParameters parameters, bool isFinal = true)
    {
        Settle(intent, charge, amount, parameters.Count("application_fee_amount"), parameters.Count("transfer_data[amount]"));
        charge.Set("captured", true);
        charge.Set("amount_captured", charge.Count("amount_captured") + amount);
        intent.Set("amount_received", intent.Count("amount_received") + amount);
        intent.Set("amount_capturable", isFinal ? 0 : intent.Count("amount_capturable") - amount);
        _turnover[intent.Currency] = _turnover.GetValueOrDefault(intent.Currency) + amount;
        if (isFinal || intent.Count("amount_capturable") == 0)
        {
            Complete(intent);
        }
        else
        {
            Tell("payment_intent.amount_capturable_updated", intent);
        }
    }

    private void Complete(StripeItem intent)
    {
        intent.Status = "succeeded";
        intent.Set("amount_capturable", 0);
        Tell("payment_intent.succeeded", intent);
    }

    private JsonObject Cancel(StripeItem intent, string? reason)
    {
        if (intent.Status is "succeeded" or "canceled" or "processing" || intent.Count("amount_received") > 0)
        {
            throw WrongState(intent, "canceled");
        }

        intent.Status = "canceled";
        intent.Set("amount_capturable", 0);
        intent.Set("canceled_at", Now.ToUnixTimeSeconds());
        intent.Set("cancellation_reason", reason);
        intent.Set("next_action", (JsonNode?)null);
        Tell("payment_intent.canceled", intent);
        return intent.Body;
    }

    private JsonObject Increase(StripeItem intent, StripeParameters parameters)
    {
        if (intent.Status != "requires_capture")
        {
            throw WrongState(intent, "incremented");
        }

        var charge = _store.Find(intent.Text("latest_charge")!)!;
        var details = _charges[charge.Id];
        if (!details.CanIncrease)
        {
            throw StripeRefusal.Impossible(
                "payment_intent_invalid_parameter", "This PaymentIntent is not eligible for incremental authorization.", about: intent);
        }

        if (details.Increments >= MostIncrements)
        {
            throw StripeRefusal.Impossible(null, $"This PaymentIntent has been incremented {MostIncrements} times, which is the most.", "amount", intent);
        }

        var amount = parameters.Amount("amount")!.Value;
        if (amount <= intent.Count("amount"))
        {
            throw StripeRefusal.Invalid(null, "The amount must be more than the amount that is authorized.", "amount");
        }

        StripeAmounts.CheckCharge(amount, intent.Currency);
        CheckConnect(parameters, amount, (string?)intent.Body["transfer_data"]?["destination"], intent.Account);
        details.Increments++;
        intent.Set("amount", amount);
        intent.Set("amount_capturable", amount - intent.Count("amount_received"));
        if (parameters.Count("application_fee_amount") is { } fee)
        {
            intent.Set("application_fee_amount", fee);
        }

        charge.Set("amount", amount);
        Update(intent, parameters, "description", "statement_descriptor");
        Tell("payment_intent.amount_capturable_updated", intent);
        return intent.Body;
    }
}
