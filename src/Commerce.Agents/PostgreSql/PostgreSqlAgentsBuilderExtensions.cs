using Commerce.Agents.PostgreSql;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Commerce.Agents;

/// <summary>Makes agents durable.</summary>
public static class PostgreSqlAgentsBuilderExtensions
{
    /// <summary>Keeps everything in PostgreSQL (13 or newer), which also carries the messages unless another transport is used.</summary>
    /// <param name="agents">The agents.</param>
    /// <param name="configure">Sets the connection.</param>
    /// <returns>The agents.</returns>
    public static AgentsBuilder UsePostgreSql(this AgentsBuilder agents, Action<PostgreSqlAgentsOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(agents);
        ArgumentNullException.ThrowIfNull(configure);
        agents.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<PostgreSqlAgentsOptions>, PostgreSqlAgentsOptionsValidator>());
        agents.Services.AddOptions<PostgreSqlAgentsOptions>().Configure(configure)
            .Validate(
                static options => options.DataSource is not null || !string.IsNullOrWhiteSpace(options.ConnectionString),
                $"Set {nameof(PostgreSqlAgentsOptions.ConnectionString)} or {nameof(PostgreSqlAgentsOptions.DataSource)}.")
            .ValidateOnStart();
        agents.Services.TryAddSingleton<PostgreSqlStore>();
        return agents.UseStore(
            static services => services.GetRequiredService<PostgreSqlStore>(),
            static services => new QueueTransport(services.GetRequiredService<PostgreSqlStore>()));
    }
}
