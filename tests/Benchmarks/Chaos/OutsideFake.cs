using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Commerce.Benchmarks.Chaos;

/// <summary>A fake of a payment system: one work for each operation key, answers that get lost, and outages on demand.</summary>
internal sealed class OutsideFake : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly ConcurrentDictionary<string, OutsideWork> _works = new(StringComparer.Ordinal);
    private int _calls;

    private OutsideFake(WebApplication application) => _application = application;

    internal Uri Address { get; private set; } = null!;

    /// <summary>Gets or sets a value indicating whether every call is refused before anything is done.</summary>
    internal bool IsDown { get; set; }

    internal int Calls => _calls;

    /// <summary>Gets what was done: by operation key.</summary>
    internal IEnumerable<OutsideWork> Works => _works.Values;

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    internal static async Task<OutsideFake> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var fake = new OutsideFake(builder.Build());
        fake._application.MapPost("/pay/{orderId}", fake.PayAsync);
        await fake._application.StartAsync();
        fake.Address = new Uri(fake._application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
        return fake;
    }

    private async Task PayAsync(HttpContext context)
    {
        var call = Interlocked.Increment(ref _calls);
        if (IsDown)
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return;
        }

        var key = context.Request.Query["key"].ToString();
        var work = _works.GetOrAdd(key, static (key, orderId) => new OutsideWork(key, orderId), (string)context.Request.RouteValues["orderId"]!);
        if (call % 25 == 0)
        {
            // The work is done, and the answer gets lost.
            context.Abort();
            return;
        }

        await context.Response.WriteAsync($"paid-{work.OrderId}");
    }
}

/// <summary>A payment that was made.</summary>
internal sealed record OutsideWork(string Key, string OrderId);
