using Npgsql;
using NpgsqlTypes;

namespace Commerce.Benchmarks.Chaos;

/// <summary>What must hold after a run, asked in SQL against the tables. Each statement selects what is wrong.</summary>
internal static class ChaosChecks
{
    private const int MaxRows = 10;

    private const string Tables = """
        create schema chaos;
        create table chaos.ledger (order_id text not null, status text not null, at timestamptz not null default clock_timestamp());
        create table chaos.command (message_id uuid primary key, customer text not null, sequence int not null, order_id text not null, sku text not null);
        create table chaos.work (operation_key text primary key, order_id text not null);
        create view chaos.state as
          select c.name as agent, s.key, s.data from agents.agent_state s join agents.agent_consumer c on c.id = s.consumer;
        """;

    private static readonly (string Rule, string Sql)[] Checks =
    [
        ("Each customer's commands had one effect each, in order", """
            select c.customer, jsonb_agg(c.sequence order by c.sequence)::text, (s.data -> 'sequences')::text
            from chaos.command c left join chaos.state s on s.agent = 'intake' and s.key = c.customer
            group by c.customer, s.data having s.data -> 'sequences' is distinct from jsonb_agg(c.sequence order by c.sequence)
            """),
        ("Each customer's events were delivered once each, in order", """
            select c.customer, jsonb_agg(c.sequence order by c.sequence)::text, (s.data -> 'sequences')::text
            from chaos.command c left join chaos.state s on s.agent = 'echo' and s.key = c.customer
            group by c.customer, s.data having s.data -> 'sequences' is distinct from jsonb_agg(c.sequence order by c.sequence)
            """),
        ("Each command is marked as handled, once", """
            select c.message_id, count(i.message_id)
            from chaos.command c
            left join agents.agent_inbox i on i.message_id = c.message_id and i.consumer = (select id from agents.agent_consumer where name = 'intake')
            group by c.message_id having count(i.message_id) <> 1
            """),
        ("Each order was opened once and decided once", """
            select c.order_id, s.data::text
            from chaos.command c left join chaos.state s on s.agent = 'order' and s.key = c.order_id
            where s.data is null or (s.data ->> 'opened')::int <> 1 or (s.data ->> 'decided')::int <> 1
              or s.data ->> 'status' not in ('Paid', 'Rejected', 'Expired')
            """),
        ("Orders that nobody answers for were ended by their timer, and no other", """
            select s.key, s.data::text from chaos.state s
            where s.agent = 'order' and (s.data ->> 'status' = 'Expired') <> (s.data ->> 'sku' = 'forgotten')
            """),
        ("No order exists that nobody placed", """
            select s.key from chaos.state s where s.agent = 'order' and not exists (select from chaos.command c where c.order_id = s.key)
            """),
        ("The handler's own table has one row for each order, as it was decided", """
            select s.key, s.data ->> 'status', count(l.order_id), min(l.status), max(l.status)
            from chaos.state s left join chaos.ledger l on l.order_id = s.key
            where s.agent = 'order' group by s.key, s.data
            having count(l.order_id) <> 1 or min(l.status) <> s.data ->> 'status'
            """),
        ("The handler's own table has no row of another order", """
            select l.order_id from chaos.ledger l where not exists (select from chaos.command c where c.order_id = l.order_id)
            """),
        ("Each customer's ended orders were counted with the table's rows", """
            select c.customer, count(*), s.data::text
            from chaos.command c left join chaos.state s on s.agent = 'ledger' and s.key = c.customer
            group by c.customer, s.data having (s.data ->> 'count')::int is distinct from count(*)::int
            """),
        ("The second listener heard of each ended order once", """
            select c.sku, count(*), s.data::text
            from chaos.command c left join chaos.state s on s.agent = 'audit' and s.key = c.sku
            group by c.sku, s.data having (s.data ->> 'count')::int is distinct from count(*)::int
            """),
        ("The outside did one work for each paid order and none for others", """
            select coalesce(s.key, w.order_id), s.data ->> 'status', count(w.operation_key)
            from (select * from chaos.state where agent = 'order') s full join chaos.work w on w.order_id = s.key
            group by s.key, w.order_id, s.data
            having count(w.operation_key) <> case when s.data ->> 'status' = 'Paid' then 1 else 0 end
            """),
        ("Each call outside is journaled with its outcome", "select * from agents.agent_effect where outcome is null"),
        ("Stock is what was there less what was sold, never below zero", """
            select s.key, s.data::text,
              (select count(*) from chaos.state o where o.agent = 'order' and o.data ->> 'sku' = s.key and o.data ->> 'status' = 'Paid')
            from chaos.state s
            where s.agent = 'stock' and ((s.data ->> 'onHand')::int < 0
              or (s.data ->> 'onHand')::int + (s.data ->> 'sold')::int <> $1
              or (s.data ->> 'sold')::int <> (select count(*) from chaos.state o where o.agent = 'order' and o.data ->> 'sku' = s.key and o.data ->> 'status' = 'Paid'))
            """),
        ("No reservation is left without its order", """
            select s.key, s.data ->> 'reserved' from chaos.state s where s.agent = 'stock' and s.data -> 'reserved' <> '[]'
            """),
        ("The outbox is empty", "select shard, seq, consumer, topic, key, type from agents.agent_outbox"),
        ("Nothing is scheduled", "select id, due_at, name, type from agents.agent_schedule"),
        ("Nothing is parked", "select consumer, key, attempts, error from agents.agent_parked"),
        ("No key is marked as parked", "select consumer, key from agents.agent_state where is_parked"),
        ("There are no dead letters", "select consumer, key, type, error_type, error from agents.agent_dead_letter"),
        ("Each shard has an owner that lives", """
            select s.shard, s.owner, s.lease_until, n.name
            from agents.agent_shard s left join agents.agent_node n on n.id = s.owner
            where n.id is null or s.lease_until < now() or n.seen_at < now() - interval '10 seconds'
            """),
    ];

    internal static int Count => Checks.Length;

    internal static async Task PrepareAsync(NpgsqlConnection connection)
    {
        await using var command = new NpgsqlCommand(Tables, connection);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Puts what the driver and the outside noted beside the agents' tables.</summary>
    internal static async Task NoteAsync(NpgsqlConnection connection, IReadOnlyCollection<ChaosCommand> commands, IEnumerable<OutsideWork> works)
    {
        await using (var writer = await connection.BeginBinaryImportAsync("copy chaos.command from stdin (format binary)"))
        {
            foreach (var command in commands)
            {
                await writer.StartRowAsync();
                await writer.WriteAsync(command.Id, NpgsqlDbType.Uuid);
                await writer.WriteAsync(command.Customer, NpgsqlDbType.Text);
                await writer.WriteAsync(command.Sequence, NpgsqlDbType.Integer);
                await writer.WriteAsync(command.OrderId, NpgsqlDbType.Text);
                await writer.WriteAsync(command.Sku, NpgsqlDbType.Text);
            }

            await writer.CompleteAsync();
        }

        await using (var writer = await connection.BeginBinaryImportAsync("copy chaos.work from stdin (format binary)"))
        {
            foreach (var work in works)
            {
                await writer.StartRowAsync();
                await writer.WriteAsync(work.Key, NpgsqlDbType.Text);
                await writer.WriteAsync(work.OrderId, NpgsqlDbType.Text);
            }

            await writer.CompleteAsync();
        }
    }

    /// <summary>Asks every rule and prints the rows that offend.</summary>
    /// <returns>The rules that do not hold.</returns>
    internal static async Task<IReadOnlyList<string>> RunAsync(NpgsqlConnection connection)
    {
        var broken = new List<string>();
        foreach (var (rule, sql) in Checks)
        {
            await using var command = new NpgsqlCommand(sql, connection);
            if (sql.Contains("$1", StringComparison.Ordinal))
            {
                command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = StockState.Opening });
            }

            await using var reader = await command.ExecuteReaderAsync();
            var rows = 0;
            while (await reader.ReadAsync())
            {
                if (rows == 0)
                {
                    broken.Add(rule);
                    Console.WriteLine($"BROKEN: {rule}:");
                }

                if (rows++ < MaxRows)
                {
                    var values = new object[reader.FieldCount];
                    reader.GetValues(values);
                    Console.WriteLine($"  {string.Join(" | ", values)}");
                }
            }

            Console.WriteLine(rows == 0 ? $"holds: {rule}" : $"  {rows} rows");
        }

        return broken;
    }
}
