using Commerce.Agents;
using Commerce.Testing;
using Commerce.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Commerce.Integration;

/// <summary>Hosts that play processes, in real time; whoever made them stops them all.</summary>
internal sealed class Hosts : IAsyncDisposable
{
    private readonly List<IHost> _running = [];

    public OutsideWorld World { get; } = new();

    public LogLines Log { get; } = new();

    public async Task<IHost> StartAsync(Action<AgentsBuilder> agents)
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders().AddProvider(Log);
        builder.Services.AddSingleton(World);
        builder.Services.AddCommerceAgents(agents);
        var host = builder.Build();
        try
        {
            await host.StartAsync();
            _running.Add(host);
            return host;
        }
        catch
        {
            host.Dispose();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var host in _running)
        {
            await host.StopAsync();
            host.Dispose();
        }
    }
}
