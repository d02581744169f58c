using Commerce.Agents.Entities;
using Commerce.Agents.Storage;
using FsCheck.Fluent;
using Npgsql;
using Xunit;

namespace Commerce.Integration.Entities;

public sealed class EntityWriteTests : IAsyncLifetime
{
    private EntityDatabase _database = null!;

    public async Task InitializeAsync() => _database = await EntityDatabase.CreateAsync();

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task An_entity_is_read_back_as_it_was_written()
    {
        var articles = ArticleGen.AnyArticle.Sample(50, 50);
        await _database.Entities.WriteAsync([.. articles.Select(article => Create(article))], _database.Clock.Now);

        foreach (var article in articles)
        {
            var row = (await _database.Entities.FindAsync(typeof(Article), article.Id))!;

            Assert.Equal(article with { Tags = null, Sizes = [] }, (Article)row.Value with { Tags = null, Sizes = [] });
            Assert.Equal(article.Tags, ((Article)row.Value).Tags);
            Assert.Equal(article.Sizes, ((Article)row.Value).Sizes);
            Assert.Equal((1, _database.Clock.Now, _database.Clock.Now, null), (row.Version, row.CreatedAt, row.UpdatedAt, row.Tenant));
        }
    }

    [Fact]
    public async Task Every_write_gives_the_rows_that_memory_gives()
    {
        var (a, b, c) = (Line(1), Line(2), Line(3));
        await BothAsync(new EntityChange(typeof(Line), a.Id, a, 0, ArticleGen.Tenants[0]), Create(b));
        _database.Clock.Now += TimeSpan.FromHours(1);

        await BothAsync(
            Change(a with { Text = "new" }, 1), new EntityChange(typeof(Line), b.Id, null, 1, null), new EntityChange(typeof(Line), c.Id, c, null, null));
        await BothAsync(
            new EntityChange(typeof(Line), a.Id, a, null, ArticleGen.Tenants[1]), new EntityChange(typeof(Line), b.Id, null, 0, null),
            new EntityChange(typeof(Line), c.Id, null, null, null));
        await BothAsync(Change(a, 3));

        Assert.Equal(4, (await _database.Entities.FindAsync(typeof(Line), a.Id))!.Version);
        Assert.Null(await _database.Entities.FindAsync(typeof(Line), c.Id));
    }

    [Theory]
    [InlineData("create")]
    [InlineData("update")]
    [InlineData("update missing")]
    [InlineData("delete")]
    [InlineData("absent")]
    [InlineData("twice")]
    public async Task A_change_that_does_not_hold_is_refused_as_in_memory_and_nothing_is_written(string kind)
    {
        var (old, other) = (Line(1), Line(2));
        await BothAsync(Create(old));
        var change = kind switch
        {
            "create" => Create(old),
            "update" => Change(old, 7),
            "update missing" => Change(Line(9), 1),
            "delete" => new EntityChange(typeof(Line), old.Id, null, 2, null),
            "absent" => new EntityChange(typeof(Line), old.Id, null, 0, null),
            _ => Create(other),
        };

        EntityChange[] changes = [Create(other), change];
        var expected = await Assert.ThrowsAsync<CommerceException>(async () => await _database.Memory.WriteEntitiesAsync(changes));
        var actual = await Assert.ThrowsAsync<CommerceException>(() => _database.Entities.WriteAsync(changes, _database.Clock.Now));

        Assert.Equal((expected.Kind, expected.Message, expected.Field), (actual.Kind, actual.Message, actual.Field));
        Assert.Null(await _database.Entities.FindAsync(typeof(Line), other.Id));
        Assert.Equal(1, (await _database.Entities.FindAsync(typeof(Line), old.Id))!.Version);
    }

    [Fact]
    public async Task Ten_thousand_new_entities_are_written_at_once_or_not_at_all()
    {
        var lines = Enumerable.Range(0, 10_000).Select(Line).ToList();

        var rows = await _database.Entities.WriteAsync([.. lines.Select(line => Create(line))], _database.Clock.Now);
        var again = await Assert.ThrowsAsync<CommerceException>(() => _database.Entities.WriteAsync(
            [.. Enumerable.Range(0, 500).Select(number => Create(Line(number))), Create(lines[77])], _database.Clock.Now));

        Assert.Equal(lines.Select(line => line.Id), rows.Select(row => row!.Id));
        Assert.Equal(rows[5000], await _database.Entities.FindAsync(typeof(Line), lines[5000].Id));
        Assert.Equal($"The Line {lines[77].Id} exists already.", again.Message);
        Assert.Equal(10_000, (await _database.Entities.QueryAsync(new EntityQuery<Line> { Limit = 1 })).Total);
    }

    [Fact]
    public async Task Many_new_entities_are_written_with_other_changes_or_not_at_all()
    {
        var old = Line(0);
        await BothAsync(Create(old));
        var lines = Enumerable.Range(1, 300).Select(number => Create(Line(number))).ToList();

        await Assert.ThrowsAsync<CommerceException>(() => _database.Entities.WriteAsync([.. lines, Change(old, 2)], _database.Clock.Now));
        Assert.Equal(1, (await _database.Entities.QueryAsync(new EntityQuery<Line>())).Total);
        var twice = await Assert.ThrowsAsync<CommerceException>(() => _database.Entities.WriteAsync([.. lines, lines[3]], _database.Clock.Now));
        await _database.Entities.WriteAsync([.. lines, Change(old with { Text = "new" }, 1)], _database.Clock.Now);

        Assert.Equal($"The Line {lines[3].Id} exists already.", twice.Message);
        Assert.Equal(301, (await _database.Entities.QueryAsync(new EntityQuery<Line>())).Total);
        Assert.Equal("new", ((Line)(await _database.Entities.FindAsync(typeof(Line), old.Id))!.Value).Text);
    }

    [Fact]
    public async Task A_commit_learns_which_of_its_changes_did_not_hold()
    {
        var (a, b, article) = (Line(1), Line(2), ArticleGen.AnyArticle.Sample(1, 1)[0]);
        await BothAsync(Create(a), Create(b));
        EntityChange[] changes = [Change(b, 1), Change(a, 5), Create(article), Change(b, 1), Create(Line(3)), new(typeof(Line), a.Id, null, 1, null)];

        await using var connection = await _database.Source.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using var batch = new NpgsqlBatch(connection, transaction);
        batch.BatchCommands.Add(new NpgsqlBatchCommand("select 'before'"));
        var stage = _database.Entities.Stage(batch, changes, _database.Clock.Now);
        batch.BatchCommands.Add(new NpgsqlBatchCommand("select 'after'"));
        await using var reader = await batch.ExecuteReaderAsync();
        await reader.NextResultAsync();
        var failed = await stage.JudgeAsync(reader);
        await reader.ReadAsync();

        Assert.Equal([1, 3, 5], failed);
        Assert.Equal("after", reader.GetString(0));
        Assert.Equal((2, 1, 1), (stage.Rows[0]!.Version, stage.Rows[2]!.Version, stage.Rows[4]!.Version));
    }

    [Fact]
    public async Task Of_writers_of_one_version_exactly_one_succeeds()
    {
        var lines = Enumerable.Range(0, 20).Select(Line).ToList();
        await BothAsync([.. lines.Select(line => Create(line))]);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(async writer =>
        {
            // Every writer has the lines in another order: they must not wait for each other in a circle.
            var order = writer % 2 == 0 ? lines : Enumerable.Reverse(lines);
            try
            {
                await _database.Entities.WriteAsync([.. order.Select(line => Change(line with { Number = writer }, 1))], _database.Clock.Now);
                return true;
            }
            catch (CommerceException exception) when (exception.Kind == CommerceErrorKind.Conflict)
            {
                return false;
            }
        }));

        Assert.Single(outcomes, true);
    }

    [Fact]
    public async Task A_text_that_cannot_be_stored_is_refused_by_name()
    {
        var line = Line(1) with { Text = "a\0b" };

        var one = await Assert.ThrowsAsync<CommerceException>(() => _database.Entities.WriteAsync([Create(line)], _database.Clock.Now));
        var search = await Assert.ThrowsAsync<CommerceException>(() => _database.Entities.QueryAsync(new EntityQuery<Line> { Where = l => l.Text == "\0" }));
        await _database.Entities.WriteAsync([Create(line with { Text = "a\\u0000b" })], _database.Clock.Now);

        Assert.Equal((CommerceErrorKind.Invalid, CommerceErrorKind.Invalid), (one.Kind, search.Kind));
        Assert.Contains(line.Id.ToString(), one.Message, StringComparison.Ordinal);
        Assert.Equal("a\\u0000b", ((Line)(await _database.Entities.FindAsync(typeof(Line), line.Id))!.Value).Text);
    }

    private static Line Line(int number) => new(Guid.CreateVersion7(), $"line {number}", number);

    private static EntityChange Create(IEntity entity) => new(entity.GetType(), entity.Id, entity, 0, null);

    private static EntityChange Change(Line line, long version) => new(typeof(Line), line.Id, line, version, null);

    private async Task BothAsync(params EntityChange[] changes) => Assert.Equal(
        await _database.Memory.WriteEntitiesAsync(changes), await _database.Entities.WriteAsync(changes, _database.Clock.Now));
}
