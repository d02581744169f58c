using Commerce.Agents.Kafka;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Commerce.Agents;

/// <summary>Carries agents' messages over Kafka.</summary>
public static class KafkaAgentsBuilderExtensions
{
    /// <summary>Carries messages over Kafka, from a store that several processes share.</summary>
    /// <param name="agents">The agents.</param>
    /// <param name="configure">Sets brokers and group.</param>
    /// <returns>The agents.</returns>
    public static AgentsBuilder UseKafka(this AgentsBuilder agents, Action<KafkaAgentsOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(agents);
        ArgumentNullException.ThrowIfNull(configure);
        agents.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<KafkaAgentsOptions>, KafkaAgentsOptionsValidator>());
        agents.Services.AddOptions<KafkaAgentsOptions>().Configure(configure).ValidateOnStart();
        agents.Services.TryAddSingleton<KafkaTransport>();
        return agents.UseTransport(static services => services.GetRequiredService<KafkaTransport>());
    }
}
