using System.Text.Json.Nodes;

namespace Commerce.Testing.Sandbox;

/// <summary>A "no" of Stripe, on its way to the answer.</summary>
internal sealed class StripeRefusal(int status, string type, string? code, string message, string? param = null) : Exception(message)
{
    internal int Status => status;

    /// <summary>Gets a value indicating whether the request was refused before anything was executed: such an answer is not kept for its key.</summary>
    internal bool IsValidation { get; init; }

    internal string? DeclineCode { get; init; }

    internal string? AdviceCode { get; init; }

    /// <summary>Gets the failed charge.</summary>
    internal string? Charge { get; init; }

    /// <summary>Gets the object that the refusal is about.</summary>
    internal StripeItem? About { get; init; }

    internal static StripeRefusal Invalid(string? code, string message, string? param = null) =>
        new(400, "invalid_request_error", code, message, param) { IsValidation = true };

    internal static StripeRefusal Impossible(string? code, string message, string? param = null, StripeItem? about = null) =>
        new(400, "invalid_request_error", code, message, param) { About = about };

    internal static StripeRefusal Missing(string what, string param, string id) =>
        new(404, "invalid_request_error", "resource_missing", $"No such {what.Replace('_', ' ')}: '{id}'", param);

    internal JsonObject ToJson()
    {
        var error = new JsonObject { ["type"] = type, ["message"] = Message };
        Add("code", code);
        Add("decline_code", DeclineCode);
        Add("advice_code", AdviceCode);
        Add("param", param);
        Add("charge", Charge);
        if (code is not null)
        {
            error["doc_url"] = "https://docs.stripe.com/error-codes/" + code.Replace('_', '-');
        }

        if (About is { Kind: "payment_intent" or "setup_intent" or "payment_method" } item)
        {
            error[item.Kind] = item.Body.DeepClone();
        }

        return new JsonObject { ["error"] = error };

        void Add(string name, string? value)
        {
            if (value is not null)
            {
                error[name] = value;
            }
        }
    }
}
