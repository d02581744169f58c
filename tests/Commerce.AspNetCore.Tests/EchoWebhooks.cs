using System.Text;

namespace Commerce.AspNetCore.Tests;

/// <summary>A vendor who checks an address by a challenge.</summary>
internal sealed class EchoWebhooks : IWebhookVerifier<EchoEvent>, IWebhookChallenge
{
    public WebhookAnswer? Answer(WebhookRequest request) => request.Method == "GET"
        ? new WebhookAnswer { ContentType = "text/plain", Body = Encoding.UTF8.GetBytes($"challenge of {request.Address}") }
        : null;

    public ValueTask<Outcome<EchoEvent>> VerifyAsync(WebhookRequest request, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(Outcome.Of(new EchoEvent(request.Header("Id") ?? "")));
}

internal sealed record EchoEvent(string Id);
