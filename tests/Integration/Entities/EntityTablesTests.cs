using Commerce.Agents.Entities;
using Xunit;

namespace Commerce.Integration.Entities;

public sealed class EntityTablesTests
{
    [Fact]
    public async Task A_check_names_what_is_missing()
    {
        await using var database = await EntityDatabase.CreateAsync(withTables: false);
        await using var connection = await database.Source.OpenConnectionAsync();
        var before = await database.Tables.CheckAsync(connection);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
        {
            await using var node = await database.Source.OpenConnectionAsync();
            await database.Tables.CreateAsync(node);
        }));
        var after = await database.Tables.CheckAsync(connection);
        await database.RunAsync("drop index shop.ix_entity_article_tenant");

        Assert.Contains("The table shop.entity_order_line is missing.", before);
        Assert.Equal(12, before.Count);
        Assert.Empty(after);
        Assert.Equal(["The index shop.ix_entity_article_tenant is missing."], await database.Tables.CheckAsync(connection));
    }

    [Fact]
    public async Task Values_stay_values_whatever_is_in_them()
    {
        string[] attacks =
        [
            "'; drop table shop.entity_order_line; --", "' or '1'='1", "\\'; select 1; --", "$1", "%", "x') union select null --", "\"; truncate x; --",
        ];
        await using var database = await EntityDatabase.CreateAsync();
        await database.WriteAsync([.. attacks.Select((text, i) =>
        {
            var line = new Line(Guid.CreateVersion7(), text, i);
            return new Agents.Storage.EntityChange(typeof(Line), line.Id, line, 0, null);
        })]);

        foreach (var text in attacks)
        {
            EntityQuery<Line>[] queries =
            [
                new() { Where = line => line.Text == text },
                new() { Where = line => line.Text.StartsWith(text) && line.Text.EndsWith(text, StringComparison.Ordinal) && line.Text.Contains(text) },
                new() { Where = line => new[] { text }.Contains(line.Text) },
            ];
            foreach (var query in queries)
            {
                var (rows, _) = await database.Entities.QueryAsync(query);
                Assert.Equal(text, ((Line)Assert.Single(rows).Value).Text);
            }

            Assert.Contains(
                (await database.Entities.QueryAsync(new EntityQuery<Line> { Search = text, SearchIn = [line => line.Text] })).Rows,
                row => ((Line)row.Value).Text == text);
        }

        Assert.Equal(attacks.Length, (await database.Entities.QueryAsync(new EntityQuery<Line>())).Total);
    }

    [Fact]
    public async Task A_tenant_sees_its_own_entities_only()
    {
        await using var database = await EntityDatabase.CreateAsync();
        var lines = Enumerable.Range(0, 6).Select(number => new Line(Guid.CreateVersion7(), "same", number)).ToList();
        await database.WriteAsync([.. lines.Select(line => new Agents.Storage.EntityChange(
            typeof(Line), line.Id, line, 0, line.Number == 5 ? null : ArticleGen.Tenants[line.Number % 2]))]);

        var (rows, total) = await database.Entities.QueryAsync(new EntityQuery<Line>
        {
            Tenant = ArticleGen.Tenants[1],
            Where = line => line.Number < 2 || line.Text == "same",
            OrderBy = line => line.Number,
        });

        Assert.Equal([1, 3], rows.Select(row => ((Line)row.Value).Number));
        Assert.Equal(2, total);
    }

    [Fact]
    public async Task What_is_not_stored_is_refused_by_name()
    {
        await using var database = await EntityDatabase.CreateAsync();

        var hidden = await Assert.ThrowsAsync<NotSupportedException>(
            () => database.Entities.QueryAsync(new EntityQuery<Article> { Where = article => article.Hidden == "x" }));

        Assert.Contains("Article.Hidden", hidden.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_database_could_not_run_is_refused_by_name_where_it_is_written()
    {
        (string Name, Action Write)[] refused =
        [
            ("String.Length", () => _ = new EntityQuery<Article> { Where = a => a.Title.Length > 3 }),
            ("String.Trim", () => _ = new EntityQuery<Article> { Where = a => a.Title.Trim() == "A" }),
            ("StartsWith", () => _ = new EntityQuery<Article> { Where = a => a.Title.StartsWith("a", StringComparison.OrdinalIgnoreCase) }),
            ("Color", () => _ = new EntityQuery<Article> { Where = a => a.Color > Color.Red }),
            ("Cost", () => _ = new EntityQuery<Article> { Where = a => a.Cost > Money.Eur(1) }),
            ("Money.Amount", () => _ = new EntityQuery<Article> { Where = a => a.Cost!.Value.Amount > 1 }),
            ("Number", () => _ = new EntityQuery<Article> { Where = a => a.Number + 1 == 2 }),
            ("Big", () => _ = new EntityQuery<Article> { Where = a => a.Big > 0.5 }),
            ("Shelf", () => _ = new EntityQuery<Article> { Where = a => a.Shelf == new Shelf(null, 1, false, null) }),
            ("DateTimeOffset.Year", () => _ = new EntityQuery<Article> { Where = a => a.At.Year == 2026 }),
            ("Color", () => _ = new EntityQuery<Article> { OrderBy = a => a.Color }),
            ("Trim", () => _ = new EntityQuery<Article> { SearchIn = [a => a.Title.Trim()] }),
        ];

        Assert.All(refused, query => Assert.Contains(query.Name, Assert.Throws<NotSupportedException>(query.Write).Message, StringComparison.Ordinal));
    }
}
