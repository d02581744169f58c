using Commerce.Agents.Storage;
using Commerce.Agents.Transport;
using Npgsql;

namespace Commerce.Agents.PostgreSql;

/// <summary>The statements of one commit: each table at most a few, however many messages.</summary>
internal sealed class CommitPlan(PostgreSqlStore store, Statements sql, NpgsqlBatch batch, List<KeyCommit> commits, DateTimeOffset now)
{
    private readonly List<(KeyCommit Commit, Guid Id)> _marks = [];
    private readonly List<KeyCommit> _updates = [];
    private readonly List<KeyCommit> _inserts = [];

    internal void Add()
    {
        AddMarks();
        AddStates();
        AddDone();
        AddOutbox([.. commits.SelectMany(static commit => commit.Outbox)], store, sql, batch);
        AddSchedules();
        AddParked();
        AddDeadLetters();
        AddReplies();
    }

    /// <summary>Reads what became of marks and states; the other statements give no rows.</summary>
    internal async Task JudgeAsync(NpgsqlDataReader reader, HashSet<KeyCommit> failed)
    {
        if (_marks.Count > 0)
        {
            var written = new HashSet<(short, Guid)>(_marks.Count);
            while (await reader.ReadAsync().ConfigureAwait(false))
            {
                written.Add((reader.GetInt16(0), reader.GetGuid(1)));
            }

            if (written.Count < _marks.Count)
            {
                failed.UnionWith(_marks.Where(mark => !written.Contains((store.Consumer(mark.Commit.Look.Agent), mark.Id))).Select(static mark => mark.Commit));
            }

            await reader.NextResultAsync().ConfigureAwait(false);
        }

        await JudgeStatesAsync(reader, _updates, failed).ConfigureAwait(false);
        await JudgeStatesAsync(reader, _inserts, failed).ConfigureAwait(false);
    }

    internal static void AddOutbox(IReadOnlyList<Delivery> rows, PostgreSqlStore store, Statements sql, NpgsqlBatch batch)
    {
        if (rows.Count > 0)
        {
            batch.BatchCommands.Add(Sql.Command(
                sql.InsertOutbox,
                Sql.Smalls(Each(rows, static row => Shards.Of(row.Topic ?? row.Agent, row.Key))),
                Sql.MaybeSmalls(Each(rows, row => row.Topic is null ? store.Consumer(row.Agent) : (short?)null)),
                Sql.Texts(Each(rows, static row => row.Topic)),
                Sql.Texts(Each(rows, static row => row.Key)),
                Sql.Ids(Each(rows, static row => row.Envelope!.Id)),
                Sql.Texts(Each(rows, row => store.Setup.Json.NameOf(row.Envelope!.Message))),
                Sql.Jsons(Each(rows, static row => EnvelopeHeaders.Write(row.Envelope!))),
                Sql.Bytes(Each(rows, row => store.Setup.Json.Write(row.Envelope!.Message)))));
        }
    }

    private async Task JudgeStatesAsync(NpgsqlDataReader reader, List<KeyCommit> expected, HashSet<KeyCommit> failed)
    {
        if (expected.Count == 0)
        {
            return;
        }

        var written = new HashSet<(short, string)>(expected.Count);
        while (await reader.ReadAsync().ConfigureAwait(false))
        {
            written.Add((reader.GetInt16(0), reader.GetString(1)));
        }

        if (written.Count < expected.Count)
        {
            failed.UnionWith(expected.Where(commit => !written.Contains((store.Consumer(commit.Look.Agent), commit.Look.Key))));
        }

        await reader.NextResultAsync().ConfigureAwait(false);
    }

    private void AddMarks()
    {
        foreach (var commit in commits)
        {
            foreach (var id in commit.Handled.Concat(commit.Parked.Select(static parked => parked.Envelope.Id)).Concat(commit.DeadLetters.Select(static letter => letter.MessageId)))
            {
                // What comes from the parked queue was marked when it was parked.
                if (commit.Look.MessageIds.Contains(id))
                {
                    _marks.Add((commit, id));
                }
            }
        }

        if (_marks.Count > 0)
        {
            batch.BatchCommands.Add(Sql.Command(
                sql.MarkInbox,
                Sql.Smalls(Each(_marks, mark => store.Consumer(mark.Commit.Look.Agent))),
                Sql.Ids(Each(_marks, static mark => mark.Id))));
        }
    }

    private void AddStates()
    {
        foreach (var commit in commits)
        {
            var isParkedChanged = commit.Parked.Count > 0 || commit.Unparked > 0 || commit.ParkedHead is not null || commit.NextParkedDueAt is not null
                || commit.IsParked != commit.Look.IsParked;
            var isChanged = commit.State is not null || commit.Steps is not null || commit.IsCompleted || isParkedChanged;
            if (commit.Look.Version > 0 && (isChanged || commit.Outbox.Count > 0 || commit.Schedules.Count > 0))
            {
                // Messages without a change lock the state as well: they leave in the order of the commits.
                _updates.Add(commit);
            }
            else if (commit.Look.Version == 0 && isChanged)
            {
                _inserts.Add(commit);
            }
        }

        if (_updates.Count > 0)
        {
            batch.BatchCommands.Add(Sql.Command(
                sql.UpdateStates,
                Consumers(_updates),
                Keys(_updates),
                Sql.Longs(Each(_updates, static commit => commit.Look.Version)),
                Sql.Jsons(Each(_updates, Data)),
                Sql.Bools(Each(_updates, static commit => commit.Steps is not null)),
                Sql.Jsons(Each(_updates, Steps)),
                Sql.Bools(Each(_updates, static commit => commit.IsParked)),
                Sql.Bools(Each(_updates, static commit => commit.IsCompleted)),
                Sql.Time(now)));
        }

        if (_inserts.Count > 0)
        {
            batch.BatchCommands.Add(Sql.Command(
                sql.InsertStates,
                Consumers(_inserts),
                Keys(_inserts),
                Sql.Jsons(Each(_inserts, Data)),
                Sql.Jsons(Each(_inserts, Steps)),
                Sql.Bools(Each(_inserts, static commit => commit.IsParked)),
                Sql.Bools(Each(_inserts, static commit => commit.IsCompleted)),
                Sql.Time(now)));
        }
    }

    private void AddDone()
    {
        var done = commits.SelectMany(static commit => commit.Done, static (commit, seq) => (Shard: Shards.Of(commit.Look.Agent, commit.Look.Key), Seq: seq)).ToList();
        if (done.Count > 0)
        {
            batch.BatchCommands.Add(Sql.Command(
                sql.DeleteOutbox, Sql.Smalls(Each(done, static row => row.Shard)), Sql.Longs(Each(done, static row => row.Seq))));
        }
    }

    private void AddSchedules()
    {
        // Of several changes of one name the last counts.
        var named = new Dictionary<string, ScheduleChange>(StringComparer.Ordinal);
        var rows = new List<ScheduleChange>();
        foreach (var change in commits.SelectMany(static commit => commit.Schedules))
        {
            if (change.Name is null)
            {
                rows.Add(change);
            }
            else
            {
                named[change.Name] = change;
            }
        }

        var cancelled = named.Values.Where(static change => change.Envelope is null).Select(static change => change.Name).ToArray();
        if (cancelled.Length > 0)
        {
            batch.BatchCommands.Add(Sql.Command(sql.CancelSchedules, Sql.Texts(cancelled)));
        }

        rows.AddRange(named.Values.Where(static change => change.Envelope is not null).OrderBy(static change => change.Name, StringComparer.Ordinal));
        if (rows.Count > 0)
        {
            batch.BatchCommands.Add(Sql.Command(
                sql.InsertSchedules,
                Sql.Ids(Each(rows, _ => Guid.CreateVersion7(now))),
                Sql.Smalls(Each(rows, static row => row.Shard)),
                Sql.MaybeTimes(Each(rows, static row => (DateTimeOffset?)row.DueAt)),
                Sql.Texts(Each(rows, static row => row.Name)),
                Sql.Ids(Each(rows, static row => row.Envelope!.Id)),
                Sql.Texts(Each(rows, row => store.Setup.Json.NameOf(row.Envelope!.Message))),
                Sql.Jsons(Each(rows, static row => EnvelopeHeaders.Write(row.Envelope!))),
                Sql.Bytes(Each(rows, row => store.Setup.Json.Write(row.Envelope!.Message)))));
        }
    }

    private void AddParked()
    {
        var unparked = commits.FindAll(static commit => commit.Unparked > 0);
        if (unparked.Count > 0)
        {
            batch.BatchCommands.Add(Sql.Command(
                sql.DeleteParked, Consumers(unparked), Keys(unparked), Sql.Longs(Each(unparked, static commit => (long)commit.Unparked))));
        }

        var parked = commits.SelectMany(static commit => commit.Parked, static (commit, message) => (commit.Look, Message: message)).ToList();
        if (parked.Count > 0)
        {
            batch.BatchCommands.Add(Sql.Command(
                sql.InsertParked,
                Sql.Smalls(Each(parked, row => store.Consumer(row.Look.Agent))),
                Sql.Texts(Each(parked, static row => row.Look.Key)),
                Sql.Smalls(Each(parked, static row => Shards.Of(row.Look.Agent, row.Look.Key))),
                Sql.Ids(Each(parked, static row => row.Message.Envelope.Id)),
                Sql.Texts(Each(parked, row => store.Setup.Json.NameOf(row.Message.Envelope.Message))),
                Sql.Jsons(Each(parked, static row => EnvelopeHeaders.Write(row.Message.Envelope))),
                Sql.Bytes(Each(parked, row => store.Setup.Json.Write(row.Message.Envelope.Message))),
                Sql.Smalls(Each(parked, static row => (short)row.Message.Attempts)),
                Sql.MaybeTimes(Each(parked, static row => row.Message.DueAt)),
                Sql.Texts(Each(parked, static row => row.Message.Error))));
        }

        var heads = commits.FindAll(static commit => commit.ParkedHead is not null || commit.NextParkedDueAt is not null);
        if (heads.Count > 0)
        {
            batch.BatchCommands.Add(Sql.Command(
                sql.UpdateParkedHeads,
                Consumers(heads),
                Keys(heads),
                Sql.MaybeTimes(Each(heads, static commit => commit.ParkedHead is { } head ? head.DueAt : commit.NextParkedDueAt)),
                Sql.MaybeSmalls(Each(heads, static commit => (short?)commit.ParkedHead?.Attempts)),
                Sql.Texts(Each(heads, static commit => commit.ParkedHead?.Error))));
        }
    }

    private void AddDeadLetters()
    {
        var letters = commits.SelectMany(static commit => commit.DeadLetters).ToList();
        if (letters.Count > 0)
        {
            batch.BatchCommands.Add(Sql.Command(
                sql.InsertDeadLetters,
                Sql.Smalls(Each(letters, letter => store.Consumer(letter.Agent))),
                Sql.Texts(Each(letters, static letter => letter.Key)),
                Sql.Ids(Each(letters, static letter => letter.MessageId)),
                Sql.Texts(Each(letters, static letter => letter.MessageType)),
                Sql.Jsons(Each(letters, static letter => EnvelopeHeaders.Write(letter.Envelope))),
                Sql.Bytes(Each(letters, letter => store.Setup.Json.Write(letter.Message))),
                Sql.Texts(Each(letters, static letter => letter.ErrorType)),
                Sql.Texts(Each(letters, static letter => letter.Error)),
                Sql.Smalls(Each(letters, static letter => (short)letter.Attempts)),
                Sql.Time(now)));
        }
    }

    private void AddReplies()
    {
        var replies = commits.SelectMany(static commit => commit.Replies).ToList();
        if (replies.Count > 0)
        {
            batch.BatchCommands.Add(Sql.Command(
                sql.InsertReplies,
                Sql.Ids(Each(replies, static reply => reply.Node)),
                Sql.Ids(Each(replies, static reply => reply.MessageId)),
                Sql.Jsons(Each(replies, reply => store.Setup.Json.WriteValue(reply.Reply, reply.Reply.GetType())))));
        }
    }

    private string? Data(KeyCommit commit) => commit.State is { } state ? store.WriteState(commit.Look.Agent, state) : null;

    private string? Steps(KeyCommit commit) => commit.Steps is { } steps ? store.Setup.Json.WriteSteps(steps) : null;

    private NpgsqlParameter Consumers(List<KeyCommit> keys) => Sql.Smalls(Each(keys, commit => store.Consumer(commit.Look.Agent)));

    private static NpgsqlParameter Keys(List<KeyCommit> keys) => Sql.Texts(Each(keys, static commit => commit.Look.Key));

    private static TOut[] Each<TIn, TOut>(IReadOnlyList<TIn> rows, Func<TIn, TOut> value)
    {
        var values = new TOut[rows.Count];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = value(rows[i]);
        }

        return values;
    }
}
