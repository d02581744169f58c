using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Commerce.Testing.Sandbox;

/// <summary>What goes wrong next, by vendor and operation and in order, and a record of what was called.</summary>
public sealed class SandboxFaults
{
    private readonly ConcurrentDictionary<string, ConcurrentQueue<SandboxFault>> _faults = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<SandboxCall> _calls = new();
    private readonly TimeProvider _clock;

    internal SandboxFaults(TimeProvider clock) => _clock = clock;

    /// <summary>Gets every call that reached an operation, in order of arrival.</summary>
    public IReadOnlyCollection<SandboxCall> Calls => _calls;

    /// <summary>Lets the next calls go wrong.</summary>
    /// <param name="vendor">The vendor, such as <c>ups</c>.</param>
    /// <param name="operation">The operation, such as <c>ship</c>; <c>*</c> for all of the vendor's.</param>
    /// <param name="fault">How.</param>
    /// <param name="times">How many calls: 1 or more.</param>
    public void Add(string vendor, string operation, SandboxFault fault, int times = 1)
    {
        ArgumentException.ThrowIfNullOrEmpty(vendor);
        ArgumentException.ThrowIfNullOrEmpty(operation);
        ArgumentOutOfRangeException.ThrowIfLessThan(times, 1);
        var queue = _faults.GetOrAdd($"{vendor}/{operation}", static _ => new ConcurrentQueue<SandboxFault>());
        for (var i = 0; i < times; i++)
        {
            queue.Enqueue(fault);
        }
    }

    internal async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        var operation = context.GetEndpoint()?.Metadata.GetMetadata<SandboxOperation>() ?? await SoapOperations.FindAsync(context).ConfigureAwait(false);
        if (operation is null)
        {
            await next(context).ConfigureAwait(false);
            return;
        }

        var fault = Next(operation);
        _calls.Enqueue(new SandboxCall(operation.Vendor, operation.Name, _clock.GetUtcNow(), fault));
        switch (fault)
        {
            case null:
                await next(context).ConfigureAwait(false);
                break;
            case SandboxFault.RefuseConnection:
                context.Abort();
                break;
            case SandboxFault.Unavailable:
                context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
                break;
            case SandboxFault.Throttle:
                context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
                context.Response.Headers.RetryAfter = "1";
                break;
            default:
                await AfterEffectAsync(context, next, fault.Value).ConfigureAwait(false);
                break;
        }
    }

    private static async Task AfterEffectAsync(HttpContext context, RequestDelegate next, SandboxFault fault)
    {
        var wire = context.Response.Body;
        using var answer = new MemoryStream();
        context.Response.Body = answer;
        await next(context).ConfigureAwait(false);
        context.Response.Body = wire;
        switch (fault)
        {
            case SandboxFault.TruncateAnswer:
                context.Response.ContentLength = answer.Length;
                await wire.WriteAsync(answer.GetBuffer().AsMemory(0, (int)answer.Length / 2)).ConfigureAwait(false);
                await wire.FlushAsync().ConfigureAwait(false);
                context.Abort();
                break;
            case SandboxFault.AnswerHtml:
                var page = Encoding.UTF8.GetBytes("<html><body><h1>502 Bad Gateway</h1></body></html>");
                context.Response.ContentType = "text/html";
                context.Response.ContentLength = page.Length;
                await wire.WriteAsync(page).ConfigureAwait(false);
                break;
            default:
                context.Abort();
                break;
        }
    }

    private SandboxFault? Next(SandboxOperation operation)
    {
        foreach (var key in (string[])[$"{operation.Vendor}/{operation.Name}", $"{operation.Vendor}/*"])
        {
            if (_faults.TryGetValue(key, out var queue) && queue.TryDequeue(out var fault))
            {
                return fault;
            }
        }

        return null;
    }
}
