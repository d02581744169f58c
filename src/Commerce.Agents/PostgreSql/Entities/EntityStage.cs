using Commerce.Agents.Storage;
using Npgsql;

namespace Commerce.Agents.PostgreSql.Entities;

/// <summary>Changes that are in a batch: what each of its statements is about, and what became of them.</summary>
internal sealed class EntityStage
{
    private readonly IReadOnlyList<EntityChange> _changes;
    private readonly List<Statement> _statements = [];
    private readonly bool[] _holds;

    internal EntityStage(IReadOnlyList<EntityChange> changes)
    {
        _changes = changes;
        _holds = new bool[changes.Count];
        Rows = new EntityRow?[changes.Count];
    }

    /// <summary>Gets how many statements there are, each with one result.</summary>
    internal int Count => _statements.Count;

    /// <summary>Gets the rows as they are now, one for each change; nothing for a deleted one, or one that did not hold.</summary>
    internal EntityRow?[] Rows { get; }

    /// <summary>
    /// Reads the results of this stage's statements; the reader stands on the first of them, and then on the result
    /// after the last one.
    /// </summary>
    /// <returns>The places, in the list of changes, of those that did not hold. When there are any, roll back.</returns>
    internal async Task<IReadOnlyList<int>> JudgeAsync(NpgsqlDataReader reader)
    {
        foreach (var statement in _statements)
        {
            var found = new Dictionary<Guid, int>();
            foreach (var place in statement.Places)
            {
                found[_changes[place].Id] = place;
                _holds[place] = statement.Outcome != Outcome.HoldsWhenReturned;
            }

            while (await reader.ReadAsync().ConfigureAwait(false))
            {
                if (!found.TryGetValue(reader.GetGuid(0), out var place))
                {
                    continue;
                }

                _holds[place] = statement.Outcome != Outcome.FailsWhenReturned;
                Rows[place] = _changes[place].Value is { } value ? EntityDocuments.ReadHead(reader, value) : null;
            }

            await reader.NextResultAsync().ConfigureAwait(false);
        }

        return Failed();
    }

    /// <summary>Gives the places of changes that did not hold, as far as results were read.</summary>
    internal IReadOnlyList<int> Failed() => [.. Enumerable.Range(0, _holds.Length).Where(place => !_holds[place])];

    internal void Add(IReadOnlyList<int> places, Outcome outcome) => _statements.Add(new Statement(places, outcome));

    internal void Hold(int place, EntityRow row) => (_holds[place], Rows[place]) = (true, row);

    /// <summary>What a returned row says about its change.</summary>
    internal enum Outcome
    {
        HoldsWhenReturned,
        FailsWhenReturned,
        AlwaysHolds,
    }

    private sealed record Statement(IReadOnlyList<int> Places, Outcome Outcome);
}
