using Commerce.Agents.PostgreSql;
using Npgsql;

namespace Commerce.Agents;

/// <summary>Joins messages and tables of your own in one transaction.</summary>
public static class PostgreSqlTransactionExtensions
{
    /// <summary>Stores a message in a transaction of yours: it is sent when, and only when, you commit. It starts on its way within a second of that.</summary>
    /// <param name="publisher">The publisher.</param>
    /// <param name="transaction">Your transaction, on the database of the agents.</param>
    /// <param name="message">The message, told like an event.</param>
    /// <param name="options">Id, tenant and correlation, where the caller knows them.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>A task that ends when the message is in the transaction.</returns>
    public static Task PublishAsync(
        this IMessagePublisher publisher,
        NpgsqlTransaction transaction,
        IMessage message,
        PublishOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(publisher);
        return publisher.PublishAsync((object)transaction, message, options, cancellationToken);
    }

    /// <summary>Opens the transaction in which a handler's effects are committed, for tables of your own. The runtime commits it or rolls it back: do neither yourself.</summary>
    /// <param name="context">The context of a message that is handled with <see cref="TransactionMode.Own"/>.</param>
    /// <returns>The transaction, with its connection.</returns>
    /// <exception cref="InvalidOperationException">The message is handled in a shared transaction, or the store is not PostgreSQL.</exception>
    public static async Task<NpgsqlTransaction> OpenNpgsqlTransactionAsync(this AgentContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return await context.OpenTransactionAsync().ConfigureAwait(false) is OwnTransaction own
            ? own.Transaction
            : throw new InvalidOperationException("The agents' store is not PostgreSQL.");
    }
}
