using System.Net.Sockets;
using Npgsql;

namespace Commerce.Agents.PostgreSql;

/// <summary>Turns what PostgreSQL says into one clear line.</summary>
internal static class PostgreSqlErrors
{
    internal static CommerceException Unreachable(NpgsqlDataSource source, Exception exception) => new(
        CommerceErrorKind.Unavailable, $"PostgreSQL at {Place(source)} cannot be used: {Reason(exception)}", exception);

    internal static CommerceException Refused(NpgsqlDataSource source, PostgresException exception) => exception.SqlState switch
    {
        PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification => new CommerceException(
            CommerceErrorKind.Unauthorized, $"PostgreSQL at {Place(source)} does not let this user in ({exception.SqlState}): check user and password of the connection string.", exception),
        PostgresErrorCodes.InvalidCatalogName => new CommerceException(
            CommerceErrorKind.NotFound, $"PostgreSQL at {Place(source)} has no such database: create it, or correct the connection string.", exception),
        PostgresErrorCodes.InsufficientPrivilege => new CommerceException(
            CommerceErrorKind.Forbidden, $"The user of PostgreSQL at {Place(source)} lacks a right ({exception.MessageText}): grant it, or let an administrator run the script of {nameof(PostgreSqlMigrations)}.", exception),
        _ => new CommerceException(CommerceErrorKind.Unavailable, $"PostgreSQL at {Place(source)} cannot be used: {exception.SqlState} {exception.MessageText}", exception),
    };

    /// <summary>Says whether the same again may go well: connections, restarts, deadlocks, full disks.</summary>
    internal static bool IsTransient(Exception exception) => exception switch
    {
        PostgresException postgres => postgres.IsTransient || postgres.SqlState is "40001" or "40P01" or "55P03"
            || postgres.SqlState.StartsWith("08", StringComparison.Ordinal)
            || postgres.SqlState.StartsWith("53", StringComparison.Ordinal)
            || postgres.SqlState.StartsWith("57", StringComparison.Ordinal),
        // A connection that breaks under a command is told as a disposed one now and then.
        NpgsqlException or TimeoutException or SocketException or IOException or ObjectDisposedException => true,
        _ => false,
    };

    private static string Place(NpgsqlDataSource source)
    {
        var connection = new NpgsqlConnectionStringBuilder(source.ConnectionString);
        return $"{connection.Host}:{connection.Port}/{connection.Database}";
    }

    private static string Reason(Exception exception) => exception.InnerException is SocketException socket
        ? $"{socket.Message}. Is it running, and is the connection string right?"
        : exception.Message;
}
