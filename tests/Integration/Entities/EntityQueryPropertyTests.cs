using Commerce.Agents.Entities;
using Commerce.Agents.Storage;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Commerce.Integration.Entities;

public sealed class EntityQueryPropertyTests(EntityQueryPropertyTests.Articles articles) : IClassFixture<EntityQueryPropertyTests.Articles>
{
    private static readonly Config Runs = Config.QuickThrowOnFailure.WithMaxTest(600);

    [Fact]
    public void A_query_gives_the_same_entities_in_the_same_order_in_memory_and_on_PostgreSql() =>
        Prop.ForAll(ArticleGen.AnyQuery.ToArbitrary(), query => CompareAsync(query).GetAwaiter().GetResult()).Check(Runs);

    [Fact]
    public void Pages_after_an_entity_are_the_same_in_memory_and_on_PostgreSql() =>
        Prop.ForAll(
            (from query in ArticleGen.AnyQuery
             from place in Gen.Choose(0, Articles.Count)
             from filtered in Gen.Elements(true, false, false)
             select (filtered ? query : query with { Where = null, Search = null, Tenant = null }, place)).ToArbitrary(),
            pair => CompareAsync(pair.Item1 with { After = articles.IdAt(pair.Item2) }).GetAwaiter().GetResult()).Check(Runs);

    [Fact]
    public async Task Pages_after_each_other_have_every_entity_once()
    {
        var query = new EntityQuery<Article> { OrderBy = article => article.Note, Descending = true, Limit = 17 };
        var seen = new List<Guid>();
        for (var page = (await articles.Database.Entities.QueryAsync(query)).Rows; page.Count > 0;)
        {
            seen.AddRange(page.Select(row => row.Id));
            page = (await articles.Database.Entities.QueryAsync(query with { After = seen[^1] })).Rows;
        }

        Assert.Equal(Articles.Count, seen.Count);
        Assert.Equal(Articles.Count, seen.Distinct().Count());
    }

    private async Task<bool> CompareAsync(EntityQuery<Article> query)
    {
        var (expected, count) = await articles.Database.Memory.QueryEntitiesAsync(query);
        var (actual, total) = await articles.Database.Entities.QueryAsync(query);
        Assert.True(count == total, $"{total} instead of {count}: {Show(query)}");
        Assert.True(
            expected.Select(Head).SequenceEqual(actual.Select(Head)),
            $"Other rows: {Show(query)}\n{string.Join('\n', expected.Select(Head))}\ninstead of\n{string.Join('\n', actual.Select(Head))}");
        return true;
    }

    private string Show(EntityQuery<Article> query) =>
        $"{query.Where} by {query.OrderBy} {query.Descending} after {query.After} search {query.Search}\n{articles.Database.Sql.Query(query).CommandText}";

    private static (Guid Id, long Version, DateTimeOffset Created, TenantId? Tenant) Head(EntityRow row) =>
        (row.Id, row.Version, row.CreatedAt, row.Tenant);

    public sealed class Articles : IAsyncLifetime
    {
        internal const int Count = 260;

        private IReadOnlyList<Article> _articles = [];

        internal EntityDatabase Database { get; private set; } = null!;

        public async Task InitializeAsync()
        {
            Database = await EntityDatabase.CreateAsync();
            _articles = [.. ArticleGen.AnyArticle.Sample(Count, Count)];
            var place = 0;
            foreach (var chunk in _articles.Chunk(7))
            {
                // Entities of one write have one time of creation, so that their ids decide the order.
                Database.Clock.Now += TimeSpan.FromMicroseconds(place % 3);
                await Database.WriteAsync(
                [
                    .. chunk.Select(article => new EntityChange(
                        typeof(Article), article.Id, article, 0, place++ % 3 == 0 ? null : ArticleGen.Tenants[place % 2])),
                ]);
            }
        }

        public async Task DisposeAsync() => await Database.DisposeAsync();

        internal Guid IdAt(int place) => place < _articles.Count ? _articles[place].Id : Guid.Empty;
    }
}
