using Npgsql;
using NpgsqlTypes;

namespace Commerce.Benchmarks.Orders;

/// <summary>What must hold after the rush, asked in SQL. Each statement selects what is wrong.</summary>
internal static class OversellChecks
{
    private const string Tables = """
        create schema oversell;
        create table oversell.ledger (reservation uuid not null, sku text not null, quantity int not null);
        create table oversell.asked (reservation uuid primary key, sku text not null);
        create view oversell.state as
          select c.name as agent, s.key, s.data from agents.agent_state s join agents.agent_consumer c on c.id = s.consumer;
        """;

    private static readonly (string Rule, string Sql)[] Checks =
    [
        ("Each product that was asked for has all its units on hand, and all reserved", $"""
            select a.sku from (select distinct sku from oversell.asked) a left join oversell.state s on s.agent = 'stock' and s.key = 'main/' || a.sku
            where (s.data ->> 'onHand')::int is distinct from {OversellRun.Units} or (s.data ->> 'reserved')::int is distinct from {OversellRun.Units}
            """),
        ("Each product has as many active reservations as it has units", $"""
            select a.sku, count(*) filter (where s.data ->> 'status' = 'Active')
            from oversell.asked a left join oversell.state s on s.agent = 'reservations' and s.key = a.reservation::text
            group by a.sku having count(*) filter (where s.data ->> 'status' = 'Active') <> {OversellRun.Units}
            """),
        ("Each reservation that was asked for is active or refused, of one unit of its product", """
            select a.reservation, s.data::text
            from oversell.asked a left join oversell.state s on s.agent = 'reservations' and s.key = a.reservation::text
            where s.data is null or s.data ->> 'status' not in ('Active', 'Refused') or jsonb_array_length(s.data -> 'lines') <> 1
              or s.data -> 'lines' -> 0 ->> 'sku' <> a.sku or (s.data -> 'lines' -> 0 ->> 'quantity')::int <> 1
            """),
        ("No reservation is there that nobody asked for", """
            select s.key from oversell.state s
            where s.agent = 'reservations' and not exists (select from oversell.asked a where a.reservation::text = s.key)
            """),
        ("The independent count has as many reservations of each product as there are units, all of one unit", $"""
            select a.sku, count(distinct l.reservation)
            from (select distinct sku from oversell.asked) a left join oversell.ledger l on l.sku = a.sku
            group by a.sku having count(distinct l.reservation) <> {OversellRun.Units} or max(l.quantity) <> 1
            """),
        ("The independent count has the reservations that are active, and no other", """
            select coalesce(s.key, l.reservation::text)
            from (select key from oversell.state where agent = 'reservations' and data ->> 'status' = 'Active') s
            full join (select distinct reservation from oversell.ledger) l on l.reservation::text = s.key
            where s.key is null or l.reservation is null
            """),
        ("The outbox is empty", "select shard, seq, type from agents.agent_outbox"),
        ("Nothing is parked", "select consumer, key, error from agents.agent_parked"),
        ("There are no dead letters", "select consumer, key, type, error from agents.agent_dead_letter"),
    ];

    internal static int Count => Checks.Length;

    internal static async Task PrepareAsync(NpgsqlDataSource source)
    {
        await using var command = source.CreateCommand(Tables);
        await command.ExecuteNonQueryAsync();
    }

    internal static async Task NoteAsync(NpgsqlDataSource source, IReadOnlyCollection<(Guid Id, string Sku)> asked)
    {
        await using var connection = await source.OpenConnectionAsync();
        await using var writer = await connection.BeginBinaryImportAsync("copy oversell.asked from stdin (format binary)");
        foreach (var (id, sku) in asked)
        {
            await writer.StartRowAsync();
            await writer.WriteAsync(id, NpgsqlDbType.Uuid);
            await writer.WriteAsync(sku, NpgsqlDbType.Text);
        }

        await writer.CompleteAsync();
    }

    /// <summary>Asks every rule.</summary>
    /// <returns>The rules that do not hold, with how often; and how many units are reserved.</returns>
    internal static async Task<(IReadOnlyList<string> Broken, long Reserved)> RunAsync(NpgsqlDataSource source)
    {
        var broken = new List<string>();
        foreach (var (rule, sql) in Checks)
        {
            if (await ReadAsync(source, $"select count(*) from ({sql}) wrong") is > 0 and var rows)
            {
                broken.Add($"{rule}: {rows} do not");
            }
        }

        return (broken, await ReadAsync(source, "select coalesce(sum((data ->> 'reserved')::int), 0)::bigint from oversell.state where agent = 'stock'"));
    }

    private static async Task<long> ReadAsync(NpgsqlDataSource source, string sql)
    {
        await using var command = source.CreateCommand(sql);
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
