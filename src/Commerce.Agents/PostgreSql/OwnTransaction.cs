using Commerce.Agents.Storage;
using Npgsql;

namespace Commerce.Agents.PostgreSql;

/// <summary>A transaction that a handler writes in as well.</summary>
internal sealed class OwnTransaction(NpgsqlConnection connection, NpgsqlTransaction transaction) : IAgentTransaction
{
    public NpgsqlTransaction Transaction { get; } = transaction;

    public async ValueTask DisposeAsync()
    {
        await Transaction.DisposeAsync().ConfigureAwait(false);
        await connection.DisposeAsync().ConfigureAwait(false);
    }
}
