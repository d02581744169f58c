using Commerce.Agents;
using Commerce.Agents.Runtime;
using Commerce.Agents.Storage;
using Commerce.Agents.Transport;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers agents.</summary>
public static class CommerceAgentsServiceCollectionExtensions
{
    /// <summary>Adds agents to the host. May be called several times; the runtime is one.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Records agents, sagas, entities and jobs.</param>
    /// <returns>The services.</returns>
    /// <remarks>Without more, everything is in memory. Set-up mistakes are told together when the host starts.</remarks>
    public static IServiceCollection AddCommerceAgents(this IServiceCollection services, Action<AgentsBuilder> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configure);
        var registrations = (AgentsRegistrations?)services
            .FirstOrDefault(static service => service.ServiceType == typeof(AgentsRegistrations))?.ImplementationInstance;
        if (registrations is null)
        {
            registrations = new AgentsRegistrations();
            services.AddSingleton(registrations);
            services.AddLogging();
            services.AddHealthChecks()
                .AddCheck<AgentsLiveCheck>("commerce-agents-live", tags: ["live"])
                .AddCheck<AgentsReadyCheck>("commerce-agents-ready", tags: ["ready"]);
            services.AddSingleton<AgentClock>(provider =>
                new AgentClock(registrations.Clock ?? provider.GetService<TimeProvider>() ?? TimeProvider.System));
            services.AddSingleton(_ => new AgentTopology(registrations));
            services.TryAddSingleton<IAgentStore>(provider =>
                registrations.Store?.Invoke(provider) ?? new MemoryAgentStore(provider.GetRequiredService<AgentClock>().Value));
            services.TryAddSingleton<IAgentTransport>(provider =>
                (registrations.Transport ?? registrations.StoreTransport)?.Invoke(provider) ?? new MemoryAgentTransport());
            services.AddSingleton<AgentRuntime>();
            services.AddSingleton<IHostedService>(provider => provider.GetRequiredService<AgentRuntime>());
            services.AddSingleton<AgentDesk>();
            services.AddSingleton<IMessagePublisher>(provider => provider.GetRequiredService<AgentDesk>());
            services.AddSingleton<IAgentStates>(provider => provider.GetRequiredService<AgentDesk>());
            services.AddSingleton<IAgentOperations>(provider => provider.GetRequiredService<AgentDesk>());
        }

        configure(new AgentsBuilder(services, registrations));
        return services;
    }
}
