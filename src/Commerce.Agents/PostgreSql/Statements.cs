namespace Commerce.Agents.PostgreSql;

/// <summary>Every statement of the store, with the configured schema.</summary>
internal sealed class Statements(string schema)
{
    internal string AddConsumers { get; } = SqlText.For(schema, """
        insert into agents.agent_consumer (name)
        select name from unnest($1) as n(name) where name not in (select name from agents.agent_consumer)
        order by name on conflict do nothing
        """);

    internal string ReadConsumers { get; } = SqlText.For(schema, "select id, name from agents.agent_consumer where name = any($1)");

    internal string FindState { get; } = SqlText.For(schema, """
        select data::text from agents.agent_state
        where consumer = (select id from agents.agent_consumer where name = $1) and key = $2
        """);

    internal string ListStates { get; } = SqlText.For(schema, """
        select key, data::text from agents.agent_state
        where consumer = (select id from agents.agent_consumer where name = $1) and data is not null
        order by key limit $2 offset $3
        """);

    internal string LookStates { get; } = SqlText.For(schema, """
        select k.n::int - 1, s.version, s.data::text, s.steps::text, s.is_parked
        from unnest($1, $2) with ordinality as k(consumer, key, n)
        join agents.agent_state s on s.consumer = k.consumer and s.key = k.key
        """);

    internal string LookInbox { get; } = SqlText.For(schema, """
        select m.n::int - 1
        from unnest($1, $2) with ordinality as m(consumer, message_id, n)
        join agents.agent_inbox i on i.consumer = m.consumer and i.message_id = m.message_id
        """);

    internal string MarkInbox { get; } = SqlText.For(schema, """
        insert into agents.agent_inbox (consumer, message_id)
        select consumer, message_id from unnest($1, $2) as m(consumer, message_id)
        on conflict do nothing returning consumer, message_id
        """);

    internal string UpdateStates { get; } = SqlText.For(schema, """
        update agents.agent_state s set
          version = s.version + 1,
          data = coalesce(u.data, s.data),
          steps = case when u.has_steps then u.steps else s.steps end,
          is_parked = u.is_parked,
          completed_at = case when u.is_completed then $9 else s.completed_at end,
          updated_at = $9
        from unnest($1, $2, $3, $4, $5, $6, $7, $8) as u(consumer, key, version, data, has_steps, steps, is_parked, is_completed)
        where s.consumer = u.consumer and s.key = u.key and s.version = u.version
        returning s.consumer, s.key
        """);

    internal string InsertStates { get; } = SqlText.For(schema, """
        insert into agents.agent_state (consumer, key, version, data, steps, is_parked, completed_at, updated_at)
        select consumer, key, 1, data, steps, is_parked, case when is_completed then $7 end, $7
        from unnest($1, $2, $3, $4, $5, $6) as u(consumer, key, data, steps, is_parked, is_completed)
        on conflict do nothing returning consumer, key
        """);

    internal string DeleteOutbox { get; } = SqlText.For(schema, """
        delete from agents.agent_outbox o using unnest($1, $2) as d(shard, seq) where o.shard = d.shard and o.seq = d.seq
        """);

    internal string DeleteOwnedOutbox { get; } = SqlText.For(schema, """
        delete from agents.agent_outbox o using unnest($1, $2) as d(shard, seq)
        where o.shard = d.shard and o.seq = d.seq
          and exists (select from agents.agent_shard s where s.shard = d.shard and s.owner = $3)
        """);

    internal string RefuseOutbox { get; } = SqlText.For(schema, """
        with refused as (delete from agents.agent_outbox o where o.shard = $1 and o.seq = any($2) returning *)
        insert into agents.agent_dead_letter (consumer, key, message_id, type, headers, body, error_type, error, attempts, dead_at)
        select c.id, r.key, r.message_id, r.type, r.headers, r.body, 'CommerceException', $4, 0, $5
        from refused r, agents.agent_consumer c where c.name = $3
        """);

    internal string InsertOutbox { get; } = SqlText.For(schema, """
        insert into agents.agent_outbox (shard, consumer, topic, key, message_id, type, headers, body)
        select shard, consumer, topic, key, message_id, type, headers, body
        from unnest($1, $2, $3, $4, $5, $6, $7, $8) with ordinality as r(shard, consumer, topic, key, message_id, type, headers, body, n)
        order by n
        """);

    /// <summary>Gives the transaction its number before its rows get theirs, so that whoever sees the later rows knows that this transaction may have earlier ones.</summary>
    internal const string BeginWriting = "select pg_current_xact_id()";

    internal string ReadSnapshot { get; } =
        "select pg_snapshot_xmin(now)::text::bigint, pg_snapshot_xmax(now)::text::bigint from pg_current_snapshot() as now";

    // The rows that this process has in hand already are left out; those far below the highest one seen are looked for now and then.
    internal string ReadQueue { get; } = SqlText.For(schema, """
        select q.shard, q.seq, q.consumer, q.key, q.message_id, q.type, q.headers::text, q.body
        from unnest($1, $2) as s(shard, floor)
        cross join lateral (
          select * from agents.agent_outbox o
          where o.shard = s.shard and o.seq > s.floor and o.consumer = any($3) and not (o.seq = any($4))
          order by o.shard, o.seq limit $5) q
        """);

    internal string ReadOutbox { get; } = SqlText.For(schema, """
        select q.shard, q.seq, (select c.name from agents.agent_consumer c where c.id = q.consumer), q.key,
          q.message_id, q.type, q.headers::text, q.body, q.topic
        from unnest($1) as s(shard)
        cross join lateral (select * from agents.agent_outbox o where o.shard = s.shard order by o.shard, o.seq limit $2) q
        """);

    internal string InsertSchedules { get; } = SqlText.For(schema, """
        insert into agents.agent_schedule (id, shard, due_at, name, message_id, type, headers, body)
        select * from unnest($1, $2, $3, $4, $5, $6, $7, $8)
        on conflict (name) do update set
          id = excluded.id, shard = excluded.shard, due_at = excluded.due_at, message_id = excluded.message_id,
          type = excluded.type, headers = excluded.headers, body = excluded.body
        """);

    internal string CancelSchedules { get; } = SqlText.For(schema, "delete from agents.agent_schedule where name = any($1)");

    internal string EnsureSchedule { get; } = SqlText.For(schema, """
        insert into agents.agent_schedule (id, shard, due_at, name) values ($1, $2, $3, $4) on conflict (name) do nothing
        """);

    internal string TakeSchedules { get; } = SqlText.For(schema, """
        select q.id, q.name, q.due_at, q.message_id, q.type, q.headers::text, q.body
        from unnest($1) as s(shard)
        cross join lateral (
          select * from agents.agent_schedule o where o.shard = s.shard and o.due_at <= $2
          order by o.shard, o.due_at limit $3 for update skip locked) q
        """);

    internal string DeleteSchedules { get; } = SqlText.For(schema, "delete from agents.agent_schedule where id = any($1)");

    internal string MoveSchedules { get; } = SqlText.For(schema, """
        update agents.agent_schedule o set due_at = m.due_at from unnest($1, $2) as m(id, due_at) where o.id = m.id
        """);

    internal string NextDue { get; } = SqlText.For(schema, """
        select min(d.due_at)
        from unnest($1) as s(shard)
        cross join lateral (
          (select o.due_at from agents.agent_schedule o where o.shard = s.shard order by o.shard, o.due_at limit 1)
          union all
          (select p.due_at from agents.agent_parked p where p.shard = s.shard and p.due_at is not null order by p.shard, p.due_at limit 1)) d
        """);

    internal string TakeParked { get; } = SqlText.For(schema, """
        update agents.agent_parked p set due_at = $3
        from (
          select q.consumer, q.key, q.seq
          from unnest($1) as s(shard)
          cross join lateral (
            select o.consumer, o.key, o.seq from agents.agent_parked o
            where o.shard = s.shard and o.due_at is not null and o.due_at <= $2 and o.consumer = any($4)
            order by o.shard, o.due_at limit 20 for update skip locked) q) d
        where p.consumer = d.consumer and p.key = d.key and p.seq = d.seq
        returning p.consumer, p.key
        """);

    internal string RetryParked { get; } = SqlText.For(schema, """
        update agents.agent_parked p set due_at = $3
        where p.consumer = $1 and p.key = $2
          and p.seq = (select min(seq) from agents.agent_parked where consumer = $1 and key = $2)
        """);

    internal string ReadParked { get; } = SqlText.For(schema, """
        select message_id, type, headers::text, body, attempts, due_at, error
        from agents.agent_parked where consumer = $1 and key = $2 order by consumer, key, seq limit $3
        """);

    internal string InsertParked { get; } = SqlText.For(schema, """
        insert into agents.agent_parked (consumer, key, shard, message_id, type, headers, body, attempts, due_at, error)
        select consumer, key, shard, message_id, type, headers, body, attempts, due_at, error
        from unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) with ordinality
          as r(consumer, key, shard, message_id, type, headers, body, attempts, due_at, error, n)
        order by n
        """);

    internal string DeleteParked { get; } = SqlText.For(schema, """
        delete from agents.agent_parked p
        using unnest($1, $2, $3) as k(consumer, key, count)
        where p.consumer = k.consumer and p.key = k.key and p.seq in (
          select q.seq from agents.agent_parked q where q.consumer = k.consumer and q.key = k.key
          order by q.consumer, q.key, q.seq limit k.count)
        """);

    internal string UpdateParkedHeads { get; } = SqlText.For(schema, """
        update agents.agent_parked p set
          due_at = h.due_at,
          attempts = coalesce(h.attempts, p.attempts),
          error = coalesce(h.error, p.error)
        from unnest($1, $2, $3, $4, $5) as h(consumer, key, due_at, attempts, error)
        where p.consumer = h.consumer and p.key = h.key
          and p.seq = (select min(q.seq) from agents.agent_parked q where q.consumer = h.consumer and q.key = h.key)
        """);

    internal string ListParked { get; } = SqlText.For(schema, """
        select c.name, s.key, h.message_id, h.type, h.attempts, h.error, h.due_at,
          (select count(*) from agents.agent_parked w where w.consumer = s.consumer and w.key = s.key)
        from agents.agent_state s
        join agents.agent_consumer c on c.id = s.consumer
        cross join lateral (
          select * from agents.agent_parked p where p.consumer = s.consumer and p.key = s.key
          order by p.consumer, p.key, p.seq limit 1) h
        where s.is_parked order by s.consumer, s.key limit $1
        """);

    internal string InsertDeadLetters { get; } = SqlText.For(schema, """
        insert into agents.agent_dead_letter (consumer, key, message_id, type, headers, body, error_type, error, attempts, dead_at)
        select consumer, key, message_id, type, headers, body, error_type, error, attempts, $10
        from unnest($1, $2, $3, $4, $5, $6, $7, $8, $9) with ordinality
          as r(consumer, key, message_id, type, headers, body, error_type, error, attempts, n)
        order by n
        """);

    internal string ListDeadLetters { get; } = SqlText.For(schema, """
        select d.id, c.name, d.key, d.message_id, d.type, d.headers::text, d.body, d.error_type, d.error, d.attempts, d.dead_at
        from agents.agent_dead_letter d join agents.agent_consumer c on c.id = d.consumer
        where d.replayed_at is null
          and (cardinality($1::bigint[]) = 0 or d.id = any($1))
          and ($2::text is null or c.name = $2)
          and ($3::text is null or d.type = $3)
          and ($4::timestamptz is null or d.dead_at >= $4)
          and ($5::timestamptz is null or d.dead_at < $5)
        order by d.id limit $6
        """);

    // A replayed message goes behind what waits for its key already; the state's row is what every writer of a key locks.
    internal string LockForReplay { get; } = SqlText.For(schema, """
        insert into agents.agent_state as s (consumer, key, version, is_parked, updated_at)
        select distinct consumer, key, 1, true, $3 from unnest($1, $2) as k(consumer, key) order by consumer, key
        on conflict (consumer, key) do update set version = s.version + 1, is_parked = true, updated_at = excluded.updated_at
        """);

    internal string MarkReplayed { get; } = SqlText.For(schema, """
        update agents.agent_dead_letter set replayed_at = $2 where id = any($1) and replayed_at is null returning id
        """);

    internal string MakeHeadsDue { get; } = SqlText.For(schema, """
        update agents.agent_parked p set due_at = $3
        from (select distinct consumer, key from unnest($1, $2) as k(consumer, key)) k
        where p.consumer = k.consumer and p.key = k.key and p.due_at is null and p.attempts = 0
          and p.seq = (select min(q.seq) from agents.agent_parked q where q.consumer = k.consumer and q.key = k.key)
        """);

    internal string InsertReplies { get; } = SqlText.For(schema, """
        insert into agents.agent_reply (node, message_id, body) select * from unnest($1, $2, $3) on conflict do nothing
        """);

    internal string TakeReplies { get; } = SqlText.For(schema, "delete from agents.agent_reply where node = $1 returning message_id, body::text");

    internal string FindEffects { get; } = SqlText.For(schema, """
        select m.n::int - 1, e.outcome::text
        from unnest($1, $2, $3) with ordinality as m(consumer, message_id, step, n)
        join agents.agent_effect e on e.consumer = m.consumer and e.message_id = m.message_id and e.step = m.step
        """);

    internal string PutIntents { get; } = SqlText.For(schema, """
        insert into agents.agent_effect (consumer, message_id, step)
        select distinct consumer, message_id, step from unnest($1, $2, $3) as m(consumer, message_id, step)
        order by consumer, message_id, step
        on conflict do nothing
        """);

    internal string DropIntent { get; } = SqlText.For(schema, """
        delete from agents.agent_effect where consumer = $1 and message_id = $2 and step = $3 and outcome is null
        """);

    internal string PutOutcomes { get; } = SqlText.For(schema, """
        insert into agents.agent_effect as e (consumer, message_id, step, outcome)
        select consumer, message_id, step, outcome from unnest($1, $2, $3, $4) as m(consumer, message_id, step, outcome)
        order by consumer, message_id, step
        on conflict (consumer, message_id, step) do update set outcome = excluded.outcome, at = clock_timestamp()
        """);

    internal string Measure { get; } = SqlText.For(schema, """
        select
          case when waiting.count <= 10000 then waiting.count
            else greatest(waiting.count, (select reltuples::bigint from pg_class where oid = 'agents.agent_outbox'::regclass)) end,
          coalesce(extract(epoch from clock_timestamp() - (
            select min(h.created_at) from generate_series(0, 63) as s(shard)
            cross join lateral (select o.created_at from agents.agent_outbox o where o.shard = s.shard order by o.shard, o.seq limit 1) h)), 0)::float8,
          (select min(h.due_at) from generate_series(0, 63) as s(shard)
            cross join lateral (select o.due_at from agents.agent_schedule o where o.shard = s.shard order by o.shard, o.due_at limit 1) h),
          (select count(*) from (select from agents.agent_state where is_parked limit 10000) p),
          (select count(*) from (select from agents.agent_dead_letter where replayed_at is null limit 10000) d)
        from (select count(*) from (select from agents.agent_outbox limit 10001) o) waiting
        """);

    internal string ListNodes { get; } = SqlText.For(schema, """
        select n.id, n.name, n.seen_at, coalesce((select array_agg(s.shard::int order by s.shard) from agents.agent_shard s where s.owner = n.id), '{}')
        from agents.agent_node n order by n.id
        """);

    internal string SetPaused { get; } = SqlText.For(schema, "update agents.agent_consumer set is_paused = $2 where name = $1");

    internal string SeeNode { get; } = SqlText.For(schema, """
        insert into agents.agent_node (id, name, seen_at) values ($1, $2, clock_timestamp())
        on conflict (id) do update set seen_at = excluded.seen_at
        """);

    internal string RenewShards { get; } = SqlText.For(schema, """
        update agents.agent_shard set lease_until = clock_timestamp() + $2 where owner = $1 returning shard
        """);

    internal string CountNodes { get; } = SqlText.For(schema, "select count(*)::int from agents.agent_node where seen_at > clock_timestamp() - $1");

    internal string ReadPaused { get; } = SqlText.For(schema, "select name from agents.agent_consumer where is_paused");

    internal string ClaimShards { get; } = SqlText.For(schema, """
        update agents.agent_shard set owner = $1, epoch = epoch + 1, lease_until = clock_timestamp() + $2
        where shard in (
          select shard from agents.agent_shard where lease_until < clock_timestamp() order by shard limit $3 for update skip locked)
        returning shard
        """);

    internal string ReleaseShards { get; } = SqlText.For(schema, """
        update agents.agent_shard set owner = null, lease_until = '-infinity' where owner = $1 and shard = any($2)
        """);

    internal string ForgetNode { get; } = SqlText.For(schema, "delete from agents.agent_node where id = $1");

    internal string ForgetNodes { get; } = SqlText.For(schema, "delete from agents.agent_node where seen_at < clock_timestamp() - interval '1 hour'");
}
