using System.Collections.Concurrent;
using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Commerce.Payments.Tests.Stripe.Sandbox;

/// <summary>A shop's endpoint for webhooks, on this machine.</summary>
internal sealed class WebhookReceiver : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly SemaphoreSlim _arrived = new(0);

    private WebhookReceiver(WebApplication application) => _application = application;

    internal Uri Address => new(_application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single() + "/hook");

    internal ConcurrentQueue<(string Signature, byte[] Body)> Received { get; } = new();

    /// <summary>Gets or sets the status of the answer of each call, counted from 0.</summary>
    internal Func<int, int> Status { get; set; } = _ => 200;

    internal IReadOnlyList<string> Types => [.. Received.Select(call => (string)JsonNode.Parse(call.Body)!["type"]!)];

    internal static async Task<WebhookReceiver> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var application = builder.Build();
        var receiver = new WebhookReceiver(application);
        application.Run(receiver.TakeAsync);
        await application.StartAsync();
        return receiver;
    }

    /// <summary>Waits for so many more calls.</summary>
    internal async Task WhenAsync(int calls)
    {
        for (var i = 0; i < calls; i++)
        {
            if (!await _arrived.WaitAsync(TimeSpan.FromSeconds(30)))
            {
                throw new TimeoutException($"{i} of {calls} webhooks came.");
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _application.StopAsync();
        await _application.DisposeAsync();
        _arrived.Dispose();
    }

    private async Task TakeAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        context.Response.StatusCode = Status(Received.Count);
        Received.Enqueue((context.Request.Headers["Stripe-Signature"].ToString(), body.ToArray()));
        await context.Response.CompleteAsync();
        _arrived.Release();
    }
}
