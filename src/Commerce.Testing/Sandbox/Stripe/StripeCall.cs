using Microsoft.AspNetCore.Http;

namespace Commerce.Testing.Sandbox;

/// <summary>A call of a client: for which account, with which parameters.</summary>
internal sealed class StripeCall(HttpContext context, string requestId, string account, StripeParameters parameters)
{
    internal string RequestId => requestId;

    internal string Key => context.Request.Headers["Idempotency-Key"].ToString();

    /// <summary>Gets the seller that the call acts for; empty for the platform itself.</summary>
    internal string Account => account;

    internal StripeParameters Parameters => parameters;

    internal string Id => Route("id");

    internal string Path => context.Request.Path;

    /// <summary>Gets the address of the list in the vendor's form: without the sandbox's own part.</summary>
    internal string ListPath => Path[Path.IndexOf("/v1/", StringComparison.Ordinal)..];

    internal IFormFile? File { get; init; }

    internal string Route(string name) => context.Request.RouteValues[name]?.ToString() ?? "";
}
