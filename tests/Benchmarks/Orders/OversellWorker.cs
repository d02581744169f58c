using System.Diagnostics;
using Commerce.Agents;
using Commerce.Agents.Domain.Inventory;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Commerce.Benchmarks.Orders;

/// <summary>A process that owns a share of the stock, and can be killed.</summary>
internal sealed class OversellWorker : IAsyncDisposable
{
    private readonly Process _process;

    private OversellWorker(Process process) => _process = process;

    internal int Id => _process.Id;

    public ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            Kill();
        }

        _process.Dispose();
        return ValueTask.CompletedTask;
    }

    internal static IHost Build(string database)
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddCommerceAgents(agents => agents
            .AddInventory()
            .AddAgent<ReservationLedgerAgent, ReservationLedger>("reservation-ledger", agent => agent
                .Handles<StockReserved>(message => message.ReservationId.ToString(), TransactionMode.Own))
            .UsePostgreSql(options =>
            {
                options.ConnectionString = database;

                // A process dies every second: its work must not wait for longer than others live.
                options.Lease = TimeSpan.FromSeconds(2);
            }));
        return builder.Build();
    }

    /// <summary>Runs a worker in this process, until whoever started it has died.</summary>
    internal static async Task<int> RunAsync(string database)
    {
        using var host = Build(database);
        await host.StartAsync();
        await Console.In.ReadToEndAsync();
        return 0;
    }

    internal static OversellWorker Start(string database)
    {
        var own = Environment.ProcessPath!;
        string[] arguments = Path.GetFileNameWithoutExtension(own) == "dotnet" ? [typeof(OversellWorker).Assembly.Location] : [];
        var start = new ProcessStartInfo(own, [.. arguments, "oversell-worker", database]) { RedirectStandardInput = true };
        return new OversellWorker(Process.Start(start)!);
    }

    /// <summary>Ends it like a crash: by SIGKILL.</summary>
    internal void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }
}

/// <summary>How often a reservation was reported.</summary>
internal sealed record ReservationLedger
{
    public int Count { get; init; }
}

/// <summary>Counts what is reserved on its own, in a table of its own: one row for each report, in the transaction of the message.</summary>
internal sealed class ReservationLedgerAgent : IHandle<StockReserved, ReservationLedger>
{
    public async Task HandleAsync(StockReserved message, AgentContext<ReservationLedger> context, CancellationToken cancellationToken)
    {
        var transaction = await context.OpenNpgsqlTransactionAsync();
        foreach (var line in message.Lines)
        {
            await using var command = new NpgsqlCommand("insert into oversell.ledger (reservation, sku, quantity) values ($1, $2, $3)", transaction.Connection, transaction);
            command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = message.ReservationId });
            command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = line.Sku.Value });
            command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = line.Quantity });
            await command.ExecuteNonQueryAsync(cancellationToken);
        }

        context.State = new ReservationLedger { Count = context.State.Count + 1 };
    }
}
