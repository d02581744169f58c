using Commerce.Agents;
using Commerce.Agents.PostgreSql;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Npgsql;
using NpgsqlTypes;
using Xunit;

namespace Commerce.Integration.PostgreSql;

/// <summary>Every statement that is run again and again goes by an index made for it, without a sort, however much history there is.</summary>
public sealed class PlanTests(PlanTests.History history) : IClassFixture<PlanTests.History>
{
    private static readonly Statements Sql = new("agents");
    private static readonly short[] AllShards = [.. Enumerable.Range(0, 64).Select(static shard => (short)shard)];

    public static TheoryData<string, string> Polls() => new()
    {
        { nameof(Statements.ReadQueue), "agent_outbox_pkey" },
        { nameof(Statements.ReadOutbox), "agent_outbox_pkey" },
        { nameof(Statements.NextDue), "agent_schedule_due" },
        { nameof(Statements.NextDue), "agent_parked_due" },
        { nameof(Statements.TakeSchedules), "agent_schedule_due" },
        { nameof(Statements.TakeParked), "agent_parked_due" },
        { nameof(Statements.ReadParked), "agent_parked_pkey" },
        { nameof(Statements.LookStates), "agent_state_pkey" },
        { nameof(Statements.LookInbox), "agent_inbox_default_pkey" },
        { nameof(Statements.DeleteOutbox), "agent_outbox_pkey" },
        { nameof(Statements.FindEffects), "agent_effect_pkey" },
        { nameof(Statements.TakeReplies), "agent_reply_pkey" },
        { nameof(Statements.Measure), "agent_dead_letter_open" },
        { nameof(Statements.Measure), "agent_state_parked" },
    };

    [Theory]
    [MemberData(nameof(Polls))]
    public async Task A_polling_statement_uses_its_index(string statement, string index)
    {
        var plan = await history.ExplainAsync(statement);

        Assert.Contains(index, plan, StringComparison.Ordinal);
        Assert.DoesNotContain("Sort Key", plan, StringComparison.Ordinal);
        Assert.DoesNotContain("Seq Scan on agent_outbox", plan, StringComparison.Ordinal);
        Assert.DoesNotContain("Seq Scan on agent_schedule", plan, StringComparison.Ordinal);
        Assert.DoesNotContain("Seq Scan on agent_parked", plan, StringComparison.Ordinal);
        Assert.DoesNotContain("Seq Scan on agent_inbox", plan, StringComparison.Ordinal);
        Assert.DoesNotContain("Seq Scan on agent_dead_letter", plan, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_statement_waits_for_a_compiler_unless_the_connection_string_says_so()
    {
        await using var processes = await Processes.CreateAsync();
        foreach (var (asked, jit) in new[] { ("", "off"), (";Options=-c jit=on", "on") })
        {
            var options = new PostgreSqlAgentsOptions { ConnectionString = processes.ConnectionString + asked };
            await using var store = new PostgreSqlStore(Options.Create(options), NullLogger<PostgreSqlStore>.Instance);
            await using var command = store.Source.CreateCommand("show jit");
            Assert.Equal(jit, await command.ExecuteScalarAsync());
        }
    }

    /// <summary>A database with history: what was handled, and what waits. <c>COMMERCE_HISTORY_ROWS</c> makes it larger: 10 million in the benchmark.</summary>
    public sealed class History : IAsyncLifetime
    {
        private NpgsqlDataSource _source = null!;

        public async Task InitializeAsync()
        {
            var rows = int.Parse(Environment.GetEnvironmentVariable("COMMERCE_HISTORY_ROWS") ?? "100000", System.Globalization.CultureInfo.InvariantCulture);
            _source = NpgsqlDataSource.Create(await (await Servers.PostgreSqlServer.SharedAsync()).CreateDatabaseAsync() + $";Command Timeout=1200;Options={PostgreSqlStore.PlannerSettings}");
            await ExecuteAsync(Agents.PostgreSqlMigrations.Script());
            await ExecuteAsync($$"""
                insert into agents.agent_consumer (name) values ('orders');
                insert into agents.agent_inbox select 1, lpad(to_hex(i), 32, '0')::uuid from generate_series(1, {{rows}}) i;
                insert into agents.agent_dead_letter (consumer, key, message_id, type, headers, body, error_type, error, attempts, dead_at, replayed_at)
                  select 1, 'k' || i, gen_random_uuid(), 'Add', '{}', '', 'E', 'e', 1, now(), case when i % 1000 > 0 then now() end from generate_series(1, {{rows / 10}}) i;
                insert into agents.agent_effect (consumer, message_id, step, outcome) select 1, gen_random_uuid(), 'call', '{}' from generate_series(1, {{rows / 10}}) i;
                insert into agents.agent_state (consumer, key, version, data, is_parked, updated_at) select 1, 'k' || i, 1, '{}', i % 1000 = 0, now() from generate_series(1, {{rows / 10}}) i;
                insert into agents.agent_parked (consumer, key, shard, message_id, type, headers, body, due_at)
                  select 1, 'k' || i * 1000, i % 64, gen_random_uuid(), 'Add', '{}', '', case when n = 1 then now() + interval '1 hour' end
                  from generate_series(1, {{rows / 10_000}}) i, generate_series(1, 100) n;
                insert into agents.agent_schedule (id, shard, due_at, message_id, type, headers, body)
                  select gen_random_uuid(), i % 64, now() + i * interval '1 second', gen_random_uuid(), 'Add', '{}', '' from generate_series(1, {{rows / 10}}) i;
                insert into agents.agent_outbox (shard, consumer, key, message_id, type, headers, body)
                  select i % 64, 1, 'k' || i, gen_random_uuid(), 'Add', '{}', '' from generate_series(1, {{rows / 10}}) i;
                insert into agents.agent_reply select gen_random_uuid(), gen_random_uuid(), '{}' from generate_series(1, {{rows / 100}}) i;
                """);
            await ExecuteAsync("analyze");
        }

        public async Task DisposeAsync() => await _source.DisposeAsync();

        internal async Task<string> ExplainAsync(string statement)
        {
            // As the store runs it: prepared, with the one plan that holds for all values. PostgreSQL tells which that was.
            var plans = new List<string>();
            await using var connection = await _source.OpenConnectionAsync();
            connection.Notice += (_, told) => plans.Add(told.Notice.MessageText);
            await using (var tell = new NpgsqlCommand("load 'auto_explain'; set auto_explain.log_min_duration = 0; set client_min_messages = log", connection))
            {
                await tell.ExecuteNonQueryAsync();
            }

            await using var transaction = await connection.BeginTransactionAsync();
            var sql = (string)typeof(Statements).GetProperty(statement, System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.NonPublic)!.GetValue(Sql)!;
            await using var command = new NpgsqlCommand(sql, connection);
            foreach (var parameter in Parameters(statement))
            {
                command.Parameters.Add(parameter);
            }

            await command.PrepareAsync();
            await command.ExecuteNonQueryAsync();

            // It tells so at the end of a statement, which is when the next one begins.
            await using var next = new NpgsqlCommand("select 1", connection);
            await next.ExecuteNonQueryAsync();
            return string.Join('\n', plans);
        }

        private static NpgsqlParameter[] Parameters(string statement)
        {
            var shards = Of(AllShards, NpgsqlDbType.Array | NpgsqlDbType.Smallint);
            var now = Of(DateTimeOffset.UnixEpoch, NpgsqlDbType.TimestampTz);
            var consumers = Of(new short[] { 1 }, NpgsqlDbType.Array | NpgsqlDbType.Smallint);
            return statement switch
            {
                nameof(Statements.ReadQueue) =>
                    [shards, Of(new long[64], NpgsqlDbType.Array | NpgsqlDbType.Bigint), consumers, Of(new long[] { 5, 6 }, NpgsqlDbType.Array | NpgsqlDbType.Bigint), Of(128, NpgsqlDbType.Integer)],
                nameof(Statements.ReadOutbox) => [shards, Of(128, NpgsqlDbType.Integer)],
                nameof(Statements.NextDue) => [shards],
                nameof(Statements.TakeSchedules) => [shards, now, Of(50, NpgsqlDbType.Integer)],
                nameof(Statements.TakeParked) => [shards, now, now.Clone(), consumers],
                nameof(Statements.ReadParked) => [Of((short)1, NpgsqlDbType.Smallint), Of("k1000", NpgsqlDbType.Text), Of(128, NpgsqlDbType.Integer)],
                nameof(Statements.LookStates) => [Of(new short[128], NpgsqlDbType.Array | NpgsqlDbType.Smallint), Of(Enumerable.Range(0, 128).Select(i => $"k{i}").ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Text)],
                nameof(Statements.LookInbox) => [Of(new short[128], NpgsqlDbType.Array | NpgsqlDbType.Smallint), Of(new Guid[128], NpgsqlDbType.Array | NpgsqlDbType.Uuid)],
                nameof(Statements.DeleteOutbox) => [Of(new short[128], NpgsqlDbType.Array | NpgsqlDbType.Smallint), Of(new long[128], NpgsqlDbType.Array | NpgsqlDbType.Bigint)],
                nameof(Statements.FindEffects) => [Of(new short[16], NpgsqlDbType.Array | NpgsqlDbType.Smallint), Of(new Guid[16], NpgsqlDbType.Array | NpgsqlDbType.Uuid), Of(Enumerable.Repeat("call", 16).ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Text)],
                nameof(Statements.TakeReplies) => [Of(Guid.Empty, NpgsqlDbType.Uuid)],
                _ => [],
            };
        }

        private async Task ExecuteAsync(string sql)
        {
            await using var command = _source.CreateCommand(sql);
            await command.ExecuteNonQueryAsync();
        }

        private static NpgsqlParameter<T> Of<T>(T value, NpgsqlDbType type) => new() { TypedValue = value, NpgsqlDbType = type };
    }
}
