using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Primitives;

namespace Commerce.Testing.Sandbox;

/// <summary>
/// Stripe: payment intents with the documented test payment methods, capture, cancellation, refunds, idempotency
/// replay and conflict, and signed events.
/// </summary>
public sealed class StripeSandbox : LimitedSandboxVendor
{
    private readonly Dictionary<string, JsonObject> _intents = new(StringComparer.Ordinal);
    private readonly Dictionary<string, JsonObject> _refunds = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string Request, int Status, string Body)> _answers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _accounts = new(StringComparer.Ordinal);
    private readonly List<JsonObject> _events = [];
    private string _account = "";
    private int _count;

    internal StripeSandbox(TimeProvider clock)
        : base("stripe", clock, 100, TimeSpan.FromSeconds(1))
    {
    }

    /// <summary>Gets the secret key that it accepts.</summary>
    public string SecretKey { get; } = "sk_test_sandbox";

    /// <summary>Gets the secret with which it signs webhooks.</summary>
    public string WebhookSecret { get; } = "whsec_sandbox";

    /// <summary>Gets the money that was captured less what was refunded, in smallest units, by currency.</summary>
    public IReadOnlyDictionary<string, long> Balance
    {
        get
        {
            lock (Gate)
            {
                return _intents.Values.GroupBy(intent => intent["currency"]!.GetValue<string>()).ToDictionary(
                    group => group.Key,
                    group => group.Sum(intent => intent["amount_received"]!.GetValue<long>() - Refunded(intent)));
            }
        }
    }

    /// <summary>Gets how many payment intents there are in each status.</summary>
    public IReadOnlyDictionary<string, int> Statuses
    {
        get
        {
            lock (Gate)
            {
                return _intents.Values.GroupBy(intent => intent["status"]!.GetValue<string>()).ToDictionary(group => group.Key, group => group.Count());
            }
        }
    }

    /// <summary>Takes the events that happened since the last time, signed as webhooks.</summary>
    /// <returns>The bodies and their <c>Stripe-Signature</c> headers, in order.</returns>
    public IReadOnlyList<KeyValuePair<string, ReadOnlyMemory<byte>>> TakeWebhooks()
    {
        lock (Gate)
        {
            var webhooks = _events.Select(item =>
            {
                var body = Encoding.UTF8.GetBytes(item.ToJsonString());
                var time = Clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
                byte[] signed = [.. Encoding.UTF8.GetBytes(time + "."), .. body];
                var signature = Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(WebhookSecret), signed));
                return KeyValuePair.Create($"t={time},v1={signature}", (ReadOnlyMemory<byte>)body);
            }).ToList();
            _events.Clear();
            return webhooks;
        }
    }

    internal override void Map(IEndpointRouteBuilder routes)
    {
        Operation(routes, "POST", "v1/payment_intents", "create-payment", context => PostAsync(context, Create));
        Operation(routes, "GET", "v1/payment_intents/{id}", "find-payment", context => GetAsync(context, _intents, "intent"));
        Operation(routes, "POST", "v1/payment_intents/{id}/confirm", "confirm-payment", context => PostAsync(context, (id, form) => OnIntent(id, intent => Confirm(intent, form))));
        Operation(routes, "POST", "v1/payment_intents/{id}/capture", "capture-payment", context => PostAsync(context, (id, form) => OnIntent(id, intent => Capture(intent, form))));
        Operation(routes, "POST", "v1/payment_intents/{id}/cancel", "cancel-payment", context => PostAsync(context, (id, _) => OnIntent(id, Cancel)));
        Operation(routes, "POST", "v1/refunds", "refund-payment", context => PostAsync(context, Refund));
        Operation(routes, "GET", "v1/refunds/{id}", "find-refund", context => GetAsync(context, _refunds, "refund"));
    }

    private static Answer Error(int status, string type, string? code, string message, string? param = null, JsonObject? intent = null, string? declineCode = null)
    {
        var error = new JsonObject { ["type"] = type, ["message"] = message };
        if (code is not null)
        {
            error["code"] = code;
        }

        if (declineCode is not null)
        {
            error["decline_code"] = declineCode;
        }

        if (param is not null)
        {
            error["param"] = param;
        }

        if (intent is not null)
        {
            error["payment_intent"] = intent.DeepClone();
        }

        return new Answer(status, new JsonObject { ["error"] = error });
    }

    private static Answer Missing(string param, string id) =>
        Error(404, "invalid_request_error", "resource_missing", $"No such object: '{id}'", param);

    private static Answer WrongState(JsonObject intent, string what) => Error(
        400,
        "invalid_request_error",
        "payment_intent_unexpected_state",
        $"This PaymentIntent could not be {what} because it has a status of {intent["status"]!.GetValue<string>()}.",
        intent: intent);

    private static long? Amount(StringValues value) =>
        long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var amount) ? amount : null;

    private async Task<bool> IsAllowedAsync(HttpContext context)
    {
        context.Response.Headers["Request-Id"] = $"req_sandbox{Interlocked.Increment(ref _count)}";
        if (!TryTakeCall())
        {
            context.Response.Headers["Stripe-Rate-Limited-Reason"] = "global-rate";
            await WriteAsync(context, Error(429, "rate_limit_error", "rate_limit", "Too many requests.")).ConfigureAwait(false);
            return false;
        }

        if (context.Request.Headers.Authorization != "Bearer " + SecretKey)
        {
            await WriteAsync(context, Error(401, "invalid_request_error", null, "Invalid API Key provided.")).ConfigureAwait(false);
            return false;
        }

        return true;
    }

    private static string AccountOf(HttpContext context) => context.Request.Headers["Stripe-Account"].ToString();

    private bool LivesOn(JsonObject item, HttpContext context) => _accounts[item["id"]!.GetValue<string>()] == AccountOf(context);

    private static Task WriteAsync(HttpContext context, Answer answer) => SandboxJson.WriteAsync(context, answer.Status, answer.Body);

    private async Task GetAsync(HttpContext context, Dictionary<string, JsonObject> objects, string param)
    {
        if (!await IsAllowedAsync(context).ConfigureAwait(false))
        {
            return;
        }

        var id = context.Request.RouteValues["id"]?.ToString() ?? "";
        Answer answer;
        lock (Gate)
        {
            answer = objects.TryGetValue(id, out var found) && LivesOn(found, context) ? new Answer(200, (JsonObject)found.DeepClone()) : Missing(param, id);
        }

        await WriteAsync(context, answer).ConfigureAwait(false);
    }

    private async Task PostAsync(HttpContext context, Func<string, IFormCollection, Answer> handle)
    {
        if (!await IsAllowedAsync(context).ConfigureAwait(false))
        {
            return;
        }

        var form = await context.Request.ReadFormAsync(context.RequestAborted).ConfigureAwait(false);
        var key = context.Request.Headers["Idempotency-Key"].ToString();
        var account = AccountOf(context);
        var fingerprint = account + context.Request.Path + "?" + string.Join('&', form.Select(pair => $"{pair.Key}={pair.Value}"));
        Answer answer;
        lock (Gate)
        {
            if (key.Length > 0 && _answers.TryGetValue(key, out var first))
            {
                if (first.Request == fingerprint)
                {
                    context.Response.Headers["Idempotent-Replayed"] = "true";
                    answer = new Answer(first.Status, (JsonObject)JsonNode.Parse(first.Body)!);
                }
                else
                {
                    answer = Error(400, "idempotency_error", null, "Keys for idempotent requests can only be used with the same parameters they were first used with.");
                }
            }
            else
            {
                _account = account;
                answer = handle(context.Request.RouteValues["id"]?.ToString() ?? "", form);

                // What fails validation before it is executed is not remembered.
                if (key.Length > 0 && answer.Status is 200 or 402)
                {
                    _answers[key] = (fingerprint, answer.Status, answer.Body.ToJsonString());
                }
            }
        }

        await WriteAsync(context, answer).ConfigureAwait(false);
    }

    private Answer OnIntent(string id, Func<JsonObject, Answer> handle) =>
        _intents.TryGetValue(id, out var intent) && _accounts[id] == _account ? handle(intent) : Missing("intent", id);

    private Answer Create(string id, IFormCollection form)
    {
        if (Amount(form["amount"]) is not { } amount)
        {
            return Error(400, "invalid_request_error", "parameter_missing", "Missing required param: amount.", "amount");
        }

        if (amount < 50)
        {
            return Error(400, "invalid_request_error", "amount_too_small", "Amount must be at least 50 cents.", "amount");
        }

        if (amount > 99_999_999)
        {
            return Error(400, "invalid_request_error", "amount_too_large", "Amount must be no more than 99999999.", "amount");
        }

        if (form["currency"] is not [{ Length: 3 } currency])
        {
            return Error(400, "invalid_request_error", "parameter_missing", "Missing required param: currency.", "currency");
        }

        var intent = new JsonObject
        {
            ["id"] = $"pi_sandbox{++_count}",
            ["object"] = "payment_intent",
            ["amount"] = amount,
            ["amount_capturable"] = 0L,
            ["amount_received"] = 0L,
            ["capture_method"] = form["capture_method"] == "manual" ? "manual" : "automatic",
            ["client_secret"] = $"pi_sandbox{_count}_secret_sandbox",
            ["created"] = Clock.GetUtcNow().ToUnixTimeSeconds(),
            ["currency"] = currency,
            ["latest_charge"] = null,
            ["livemode"] = false,
            ["metadata"] = new JsonObject([.. form.Where(static pair => pair.Key.StartsWith("metadata[", StringComparison.Ordinal))
                .Select(static pair => KeyValuePair.Create(pair.Key[9..^1], (JsonNode?)JsonValue.Create(pair.Value.ToString())))]),
            ["payment_method"] = form["payment_method"] is [{ } method] ? method : null,
            ["status"] = form["payment_method"].Count == 0 ? "requires_payment_method" : "requires_confirmation",
        };
        _intents[intent["id"]!.GetValue<string>()] = intent;
        _accounts[intent["id"]!.GetValue<string>()] = _account;
        Tell("payment_intent.created", intent);
        return form["confirm"] == "true" ? Confirm(intent, form) : new Answer(200, (JsonObject)intent.DeepClone());
    }

    private Answer Confirm(JsonObject intent, IFormCollection form)
    {
        if (intent["status"]!.GetValue<string>() is not ("requires_payment_method" or "requires_confirmation" or "requires_action"))
        {
            return WrongState(intent, "confirmed");
        }

        if (form["payment_method"] is [{ } given])
        {
            intent["payment_method"] = given;
        }

        var method = intent["payment_method"]?.GetValue<string>();
        if (method is null)
        {
            return Error(400, "invalid_request_error", "parameter_missing", "A payment method is needed to confirm.", "payment_method");
        }

        if (StripeSandboxMethods.Decline(method) is { } decline)
        {
            intent["status"] = "requires_payment_method";
            intent["last_payment_error"] = new JsonObject
            {
                ["type"] = "card_error", ["code"] = decline.Code, ["decline_code"] = decline.DeclineCode, ["message"] = decline.Message,
            };
            Tell("payment_intent.payment_failed", intent);
            return Error(402, "card_error", decline.Code, decline.Message, intent: intent, declineCode: decline.DeclineCode);
        }

        if (StripeSandboxMethods.NeedsAuthentication(method))
        {
            intent["status"] = "requires_action";
            intent["next_action"] = new JsonObject { ["type"] = "use_stripe_sdk" };
            Tell("payment_intent.requires_action", intent);
            return new Answer(200, (JsonObject)intent.DeepClone());
        }

        intent["latest_charge"] = new JsonObject
        {
            ["id"] = $"ch_sandbox{++_count}",
            ["object"] = "charge",
            ["amount_refunded"] = 0L,
            ["payment_method_details"] = new JsonObject
            {
                ["type"] = "card",
                ["card"] = new JsonObject { ["capture_before"] = Clock.GetUtcNow().AddDays(7).ToUnixTimeSeconds() },
            },
        };
        if (intent["capture_method"]!.GetValue<string>() == "manual")
        {
            intent["status"] = "requires_capture";
            intent["amount_capturable"] = intent["amount"]!.GetValue<long>();
            Tell("payment_intent.amount_capturable_updated", intent);
        }
        else
        {
            intent["status"] = "succeeded";
            intent["amount_received"] = intent["amount"]!.GetValue<long>();
            Tell("payment_intent.succeeded", intent);
        }

        return new Answer(200, (JsonObject)intent.DeepClone());
    }

    private Answer Capture(JsonObject intent, IFormCollection form)
    {
        if (intent["status"]!.GetValue<string>() != "requires_capture")
        {
            return WrongState(intent, "captured");
        }

        var capturable = intent["amount_capturable"]!.GetValue<long>();
        var amount = form["amount_to_capture"].Count == 0 ? capturable : Amount(form["amount_to_capture"]) ?? 0;
        if (amount is 0 || amount > capturable)
        {
            return Error(400, "invalid_request_error", "amount_too_large", "The amount to capture is more than the amount authorized.", "amount_to_capture");
        }

        intent["status"] = "succeeded";
        intent["amount_received"] = amount;
        intent["amount_capturable"] = 0L;
        Tell("payment_intent.succeeded", intent);
        return new Answer(200, (JsonObject)intent.DeepClone());
    }

    private Answer Cancel(JsonObject intent)
    {
        if (intent["status"]!.GetValue<string>() is "succeeded" or "canceled" or "processing")
        {
            return WrongState(intent, "canceled");
        }

        intent["status"] = "canceled";
        intent["amount_capturable"] = 0L;
        Tell("payment_intent.canceled", intent);
        return new Answer(200, (JsonObject)intent.DeepClone());
    }

    private Answer Refund(string id, IFormCollection form)
    {
        var payment = form["payment_intent"].ToString();
        if (!_intents.TryGetValue(payment, out var intent) || _accounts[payment] != _account)
        {
            return Missing("payment_intent", payment);
        }

        if (intent["status"]!.GetValue<string>() != "succeeded")
        {
            return WrongState(intent, "refunded");
        }

        var left = intent["amount_received"]!.GetValue<long>() - Refunded(intent);
        if (left == 0)
        {
            return Error(400, "invalid_request_error", "charge_already_refunded", "Charge has already been refunded.");
        }

        var amount = form["amount"].Count == 0 ? left : Amount(form["amount"]) ?? 0;
        if (amount is 0 || amount > left)
        {
            return Error(400, "invalid_request_error", null, $"Refund amount ({amount}) is greater than unrefunded amount on charge ({left})", "amount");
        }

        intent["latest_charge"]!["amount_refunded"] = Refunded(intent) + amount;
        var refund = new JsonObject
        {
            ["id"] = $"re_sandbox{++_count}",
            ["object"] = "refund",
            ["amount"] = amount,
            ["created"] = Clock.GetUtcNow().ToUnixTimeSeconds(),
            ["currency"] = intent["currency"]!.GetValue<string>(),
            ["payment_intent"] = payment,
            ["status"] = intent["payment_method"]?.GetValue<string>() == "pm_card_pendingRefund" ? "pending" : "succeeded",
        };
        _refunds[refund["id"]!.GetValue<string>()] = refund;
        _accounts[refund["id"]!.GetValue<string>()] = _account;
        Tell("refund.created", refund);
        return new Answer(200, (JsonObject)refund.DeepClone());
    }

    private static long Refunded(JsonObject intent) => intent["latest_charge"]?["amount_refunded"]?.GetValue<long>() ?? 0;

    private void Tell(string type, JsonObject subject)
    {
        var told = new JsonObject
        {
            ["id"] = $"evt_sandbox{++_count}",
            ["object"] = "event",
            ["type"] = type,
            ["api_version"] = "2026-07-29.dahlia",
            ["created"] = Clock.GetUtcNow().ToUnixTimeSeconds(),
            ["livemode"] = false,
            ["data"] = new JsonObject { ["object"] = subject.DeepClone() },
        };
        if (_account.Length > 0)
        {
            told["account"] = _account;
        }

        _events.Add(told);
    }

    private sealed record Answer(int Status, JsonObject Body);
}
