using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using Commerce.Agents.PostgreSql;
using Npgsql;

namespace Commerce.Agents;

/// <summary>The tables of durable agents, as numbered scripts.</summary>
public static class PostgreSqlMigrations
{
    private const string VersionTable =
        "create table if not exists agents.agent_schema (version int primary key, applied_at timestamptz not null default now());";

    private const string Prefix = "Commerce.Agents.PostgreSql.Migrations.";

    /// <summary>Gets the version of the tables that this package needs.</summary>
    public static int Version => Scripts().Count;

    /// <summary>Writes everything that <see cref="MigrateMode.OnStart"/> would do to an empty database, for an administrator to run. Entities' tables are made at the start as well; a user who may not create tables needs theirs from there.</summary>
    /// <param name="schema">The schema of the tables.</param>
    /// <param name="from">The version that the database has: 0 when it has none.</param>
    /// <returns>SQL, to be run in one transaction.</returns>
    public static string Script(string schema = "agents", int from = 0)
    {
        if (!Regex.IsMatch(schema, PostgreSqlAgentsOptions.SchemaPattern))
        {
            throw new ArgumentException($"\"{schema}\" is no name for a schema: lower-case letters, digits and _, 1 to 40.", nameof(schema));
        }

        var parts = Scripts().Skip(from).Select((sql, index) => string.Create(
            CultureInfo.InvariantCulture, $"{sql}\ninsert into agents.agent_schema (version) values ({from + index + 1});\n"));
        return $"create schema if not exists {schema};\n" + SqlText.For(schema, VersionTable + "\n" + string.Join('\n', parts));
    }

    /// <summary>Brings the tables up to date, or checks them.</summary>
    internal static async Task RunAsync(NpgsqlConnection connection, string schema, MigrateMode mode, CancellationToken cancellationToken)
    {
        var transaction = await connection.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
        await using (transaction.ConfigureAwait(false))
        {
            if (mode == MigrateMode.OnStart)
            {
                // Processes that start together wait here for the first of them, before they look.
                await ExecuteAsync(connection, SqlText.For(schema, "select pg_advisory_xact_lock(hashtext('agents.agent_schema'))"), cancellationToken).ConfigureAwait(false);
            }

            var found = await FindVersionAsync(connection, schema, cancellationToken).ConfigureAwait(false);
            if (mode == MigrateMode.OnStart && found < Version)
            {
                await ExecuteAsync(connection, Script(schema, found), cancellationToken).ConfigureAwait(false);
                found = Version;
            }

            if (found > Version)
            {
                throw new CommerceException(
                    CommerceErrorKind.Conflict,
                    $"The tables in the schema \"{schema}\" are of version {found} and this process knows {Version}: update the process, an older one would damage them.");
            }

            if (found < Version && mode == MigrateMode.Check)
            {
                throw new CommerceException(
                    CommerceErrorKind.Conflict,
                    $"The tables in the schema \"{schema}\" are of version {found} and this process needs {Version}: run the script of {nameof(PostgreSqlMigrations)}.{nameof(Script)}(\"{schema}\", {found}).");
            }

            await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private static async Task<int> FindVersionAsync(NpgsqlConnection connection, string schema, CancellationToken cancellationToken)
    {
        using var exists = new NpgsqlCommand(SqlText.For(schema, "select to_regclass('agents.agent_schema') is not null"), connection);
        if (await exists.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false) is not true)
        {
            return 0;
        }

        using var version = new NpgsqlCommand(SqlText.For(schema, "select coalesce(max(version), 0) from agents.agent_schema"), connection);
        return (int)(await version.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false))!;
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }

    private static List<string> Scripts()
    {
        var assembly = Assembly.GetExecutingAssembly();
        return
        [
            .. assembly.GetManifestResourceNames()
                .Where(static name => name.StartsWith(Prefix, StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
                .Select(name =>
                {
                    using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
                    return reader.ReadToEnd();
                }),
        ];
    }
}
