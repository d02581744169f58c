using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Commerce.Testing.Sandbox;

/// <content>How a call is checked, executed once and answered.</content>
public sealed partial class StripeSandbox
{
    private const string Version = "2026-07-29.dahlia";
    private const string Paging = " limit starting_after ending_before";

    private readonly StripeKeys _keys = new();
    private readonly Dictionary<string, Queue<StripeSandboxHold>> _holds = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _failures = new(StringComparer.Ordinal);
    private long _requests;
    private StripeCall? _call;

    private void Get(IEndpointRouteBuilder routes, string path, string operation, Func<StripeCall, JsonObject> work, string parameters = "") =>
        Route(routes, "GET", path, operation, work, parameters);

    private void List(IEndpointRouteBuilder routes, string path, string operation, Func<StripeCall, JsonObject> work, string filters = "") =>
        Route(routes, "GET", path, operation, work, filters + Paging);

    private void Post(IEndpointRouteBuilder routes, string path, string operation, Func<StripeCall, JsonObject> work, string parameters = "") =>
        Route(routes, "POST", path, operation, work, parameters);

    private void Delete(IEndpointRouteBuilder routes, string path, string operation, Func<StripeCall, JsonObject> work) =>
        Route(routes, "DELETE", path, operation, work, "");

    private void Route(
        IEndpointRouteBuilder routes, string method, string path, string operation, Func<StripeCall, JsonObject> work, string parameters)
    {
        var rules = new StripeParameterRules(parameters);
        Operation(routes, method, "v1/" + path, operation, context => AnswerAsync(context, operation, work, rules));
    }

    /// <summary>Answers what no operation is mapped to.</summary>
    private void MapRest(IEndpointRouteBuilder routes)
    {
        foreach (var method in (string[])["GET", "POST", "DELETE"])
        {
            Operation(routes, method, "v1/{**rest}", "unknown", context =>
            {
                var refusal = new StripeRefusal(404, "invalid_request_error", null, $"Unrecognized request URL ({method}: {context.Request.Path}).");
                return WriteAsync(context, refusal.Status, Bytes(refusal.ToJson()));
            });
        }
    }

    private async Task AnswerAsync(HttpContext context, string operation, Func<StripeCall, JsonObject> work, StripeParameterRules rules)
    {
        var request = context.Request;
        var requestId = $"req_sandbox{Interlocked.Increment(ref _requests)}";
        var account = request.Headers["Stripe-Account"].ToString();
        var headers = context.Response.Headers;
        headers["Request-Id"] = requestId;
        headers["Stripe-Version"] = request.Headers["Stripe-Version"].ToString() is { Length: > 0 } version ? version : Version;
        if (account.Length > 0)
        {
            headers["Stripe-Account"] = account;
        }

        if (Gatekeeper(request, headers) is { } refusal)
        {
            await WriteAsync(context, refusal.Status, Bytes(refusal.ToJson())).ConfigureAwait(false);
            return;
        }

        var (parameters, file, content) = await ReadAsync(context).ConfigureAwait(false);
        var call = new StripeCall(context, requestId, account, parameters) { File = file };
        if (HttpMethods.IsPost(request.Method) && call.Key.Length > 0)
        {
            headers["Idempotency-Key"] = call.Key;
            await OnceAsync(context, call, operation, work, rules, $"{request.Path}?{parameters.Fingerprint()}#{content}").ConfigureAwait(false);
            return;
        }

        await HoldAsync(operation).ConfigureAwait(false);
        var (status, body, _) = Execute(call, operation, work, rules);
        await WriteAsync(context, status, body).ConfigureAwait(false);
    }

    /// <summary>Answers a request with a key: the first time by its work, later by what the first time gave.</summary>
    private async Task OnceAsync(
        HttpContext context, StripeCall call, string operation, Func<StripeCall, JsonObject> work, StripeParameterRules rules, string fingerprint)
    {
        StripeKeys.Entry? known;
        (int Status, byte[] Body)? answer = null;
        lock (Gate)
        {
            known = _keys.Take(call.Account, call.Key, fingerprint, call.RequestId, Clock.GetUtcNow());
            if (known is { Body: { } body } && known.Fingerprint == fingerprint)
            {
                context.Response.Headers["Idempotent-Replayed"] = "true";
                context.Response.Headers["Original-Request"] = known.RequestId;
                answer = (known.Status, body);
            }
        }

        if (known is not null)
        {
            var refusal = known.Fingerprint != fingerprint
                ? new StripeRefusal(
                    400, "idempotency_error", null, "Keys for idempotent requests can only be used with the same parameters they were first used with.")
                : new StripeRefusal(
                    409, "invalid_request_error", "idempotency_key_in_use", $"There is currently another in-progress request using this Idempotency Key ({call.Key}).");
            answer ??= (refusal.Status, Bytes(refusal.ToJson()));
            await WriteAsync(context, answer.Value.Status, answer.Value.Body).ConfigureAwait(false);
            return;
        }

        var isKept = false;
        try
        {
            await HoldAsync(operation).ConfigureAwait(false);
            (var status, var given, isKept) = Execute(call, operation, work, rules);
            answer = (status, given);
        }
        finally
        {
            lock (Gate)
            {
                if (isKept)
                {
                    _keys.Keep(call.Account, call.Key, answer!.Value.Status, answer.Value.Body);
                }
                else
                {
                    _keys.Forget(call.Account, call.Key);
                }
            }
        }

        await WriteAsync(context, answer.Value.Status, answer.Value.Body).ConfigureAwait(false);
    }

    private (int Status, byte[] Body, bool IsKept) Execute(StripeCall call, string operation, Func<StripeCall, JsonObject> work, StripeParameterRules rules)
    {
        lock (Gate)
        {
            try
            {
                rules.Check(call.Parameters);
                CatchUp();
                CheckAccount(call.Account);
                if (_failures.GetValueOrDefault(operation) > 0)
                {
                    _failures[operation]--;
                    throw new StripeRefusal(500, "api_error", null, "An unknown error occurred.");
                }

                _call = call;
                var body = work(call);
                return (200, Bytes(call.Parameters.Has("expand") ? Expanded(body, call) : body), true);
            }
            catch (StripeRefusal refusal)
            {
                return (refusal.Status, Bytes(refusal.ToJson()), !refusal.IsValidation);
            }
            finally
            {
                _call = null;
                _webhooks.Flush();
            }
        }
    }

    private async Task HoldAsync(string operation)
    {
        StripeSandboxHold? hold = null;
        lock (Gate)
        {
            _holds.GetValueOrDefault(operation)?.TryDequeue(out hold);
        }

        if (hold is not null)
        {
            await hold.WaitAsync().ConfigureAwait(false);
        }
    }

    private StripeRefusal? Gatekeeper(HttpRequest request, IHeaderDictionary headers)
    {
        if (!TryTakeCall())
        {
            headers["Stripe-Rate-Limited-Reason"] = "global-rate";
            return new StripeRefusal(429, "rate_limit_error", "rate_limit", "Too many requests.");
        }

        var key = KeyOf(request.Headers.Authorization.ToString());
        return key == SecretKey ? null
            : key.StartsWith("pk_", StringComparison.Ordinal)
                ? new StripeRefusal(401, "invalid_request_error", "secret_key_required", "This API call cannot be made with a publishable API key.")
            : new StripeRefusal(401, "invalid_request_error", null, "Invalid API Key provided.");
    }

    private static string KeyOf(string authorization)
    {
        if (authorization.StartsWith("Basic ", StringComparison.Ordinal))
        {
            var pair = new byte[authorization.Length];
            return Convert.TryFromBase64String(authorization[6..], pair, out var length) ? Encoding.UTF8.GetString(pair, 0, length).TrimEnd(':') : "";
        }

        return authorization.StartsWith("Bearer ", StringComparison.Ordinal) ? authorization[7..] : "";
    }

    private void CheckAccount(string account)
    {
        if (account.Length > 0 && Account(account) is null)
        {
            throw new StripeRefusal(
                403, "invalid_request_error", "account_invalid", $"The provided key does not have access to account '{account}' (or that account does not exist).")
            {
                IsValidation = true,
            };
        }
    }

    private static async Task<(StripeParameters Parameters, IFormFile? File, string Content)> ReadAsync(HttpContext context)
    {
        var request = context.Request;
        if (!request.HasFormContentType)
        {
            return (new StripeParameters(request.Query), null, "");
        }

        var form = await request.ReadFormAsync(context.RequestAborted).ConfigureAwait(false);
        var file = form.Files.GetFile("file");
        var content = "";
        if (file is not null)
        {
            var stream = file.OpenReadStream();
            await using (stream.ConfigureAwait(false))
            {
                content = Convert.ToHexString(await SHA256.HashDataAsync(stream, context.RequestAborted).ConfigureAwait(false));
            }
        }

        return (new StripeParameters(form), file, content);
    }

    private static byte[] Bytes(JsonNode body)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            body.WriteTo(writer);
        }

        return buffer.ToArray();
    }

    private static async Task WriteAsync(HttpContext context, int status, byte[] body)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = body.Length;
        await context.Response.Body.WriteAsync(body).ConfigureAwait(false);
    }
}
