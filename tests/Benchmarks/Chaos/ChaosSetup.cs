using Commerce.Agents;
using Commerce.Integration.Servers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Commerce.Benchmarks.Chaos;

/// <summary>The process that workers and the driver run: the same agents on the same store.</summary>
internal static class ChaosSetup
{
    internal const string Schema = "agents";

    // Nothing may become a dead letter by what the run does to the processes: an outage is waited for.
    private static readonly RetryPolicy Patient = new()
    {
        QuickTries = 2, SlowTries = 100, SlowDelay = TimeSpan.FromMilliseconds(500), MaxDelay = TimeSpan.FromSeconds(4),
    };

    internal static IHost Build(ChaosAddresses addresses, bool logs)
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Warning);
        if (logs)
        {
            builder.Logging.AddSimpleConsole(console =>
            {
                console.SingleLine = true;
                console.TimestampFormat = "HH:mm:ss.fff ";
            });
        }

        builder.Services.AddSingleton(new OutsideClient(addresses.Outside));
        builder.Services.AddCommerceAgents(agents => Add(agents, addresses));
        return builder.Build();
    }

    private static void Add(AgentsBuilder agents, ChaosAddresses addresses)
    {
        AddAgents(agents).UsePostgreSql(postgreSql =>
        {
            postgreSql.ConnectionString = addresses.PostgreSql;
            postgreSql.Schema = Schema;
            postgreSql.Migrate = MigrateMode.OnStart;
        });
        if (addresses.Kafka is { } kafka)
        {
            agents.UseKafka(options => KafkaMock.Configure(options, kafka));
        }
    }

    private static AgentsBuilder AddAgents(AgentsBuilder agents) => agents
        .AddAgent<IntakeAgent, Intake>("intake", agent => agent.Handles<PlaceOrder>(message => message.Customer))
        .AddAgent<EchoAgent, Echo>("echo", agent => agent.Handles<OrderSeen>(message => message.Customer))
        .AddAgent<OrderAgent, OrderState>("order", agent => agent
            .Handles<OpenOrder>(message => message.OrderId)
            .Handles<StockReserved>(message => message.OrderId)
            .Handles<StockRefused>(message => message.OrderId)
            .Handles<OrderExpired>(message => message.OrderId)
            .Retry(Patient))
        .AddAgent<StockAgent, StockState>("stock", agent => agent
            .Handles<ReserveStock>(message => message.Sku)
            .Handles<TakeStock>(message => message.Sku)
            .Handles<ReleaseStock>(message => message.Sku))
        .AddAgent<LedgerAgent, Tally>("ledger", agent => agent
            .Handles<OrderDecided>(message => message.Customer, TransactionMode.Own)
            .Retry(Patient))
        .AddAgent<AuditAgent, Tally>("audit", agent => agent.Handles<OrderDecided>(message => message.Sku))
        .Commands<PlaceOrder>().Commands<OpenOrder>().Commands<ReserveStock>().Commands<TakeStock>().Commands<ReleaseStock>();
}

/// <summary>Where the servers of a run are.</summary>
/// <param name="PostgreSql">The connection string.</param>
/// <param name="Outside">The fake of the outside system.</param>
/// <param name="Kafka">The brokers; <see langword="null"/> where PostgreSQL carries the messages as well.</param>
internal sealed record ChaosAddresses(string PostgreSql, Uri Outside, string? Kafka);
