using System.Text.Json.Nodes;

namespace Commerce.Payments.Tests.Stripe.Sandbox;

/// <summary>What came back over the wire.</summary>
public sealed record WireAnswer(int Status, JsonObject Body, IReadOnlyDictionary<string, string> Headers)
{
    internal string? Error(string name) => (string?)Body["error"]?[name];
}
