using System.Text.Json.Nodes;

namespace Commerce.Testing.Sandbox;

/// <summary>One object that Stripe keeps, in the shape in which it answers it.</summary>
internal sealed class StripeItem(string kind, string id, string account, long number, JsonObject body)
{
    /// <summary>Gets the word that the answer has as <c>object</c>.</summary>
    internal string Kind => kind;

    internal string Id => id;

    /// <summary>Gets the seller whose account it lives on; empty for the platform's own.</summary>
    internal string Account => account;

    /// <summary>Gets its place in the order of creation.</summary>
    internal long Number => number;

    internal JsonObject Body => body;

    internal string Status
    {
        get => Text("status") ?? "";
        set => body["status"] = value;
    }

    internal string Currency => Text("currency") ?? "";

    internal string? Text(string name) => (string?)body[name];

    internal long Count(string name) => (long?)body[name] ?? 0;

    internal bool Flag(string name) => (bool?)body[name] ?? false;

    internal void Set(string name, JsonNode? value) => body[name] = value;

    internal void Set(string name, long value) => body[name] = value;

    internal void Set(string name, bool value) => body[name] = value;
}
