using Commerce.Agents.Entities;
using Xunit;

namespace Commerce.Integration.Entities;

/// <summary>Queries of a large table start at an index, and read no more than their page.</summary>
public sealed class EntityPlanTests(EntityPlanTests.ManyLines lines) : IClassFixture<EntityPlanTests.ManyLines>
{
    private const string ByNumber = "Index Cond: (((data ->> 'number'::text))::numeric";

    [Fact]
    public async Task A_declared_index_finds_a_number()
    {
        var plan = await lines.Database.PlanAsync(new EntityQuery<Line> { Where = line => line.Number == 4711 });

        Assert.Contains(ByNumber, plan, StringComparison.Ordinal);
        Assert.DoesNotContain("Seq Scan", plan, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_declared_index_finds_a_text_and_one_of_a_list()
    {
        var texts = new[] { "line 17", "line 18" };

        foreach (var plan in new[]
        {
            await lines.Database.PlanAsync(new EntityQuery<Line> { Where = line => line.Text == "line 4711" }),
            await lines.Database.PlanAsync(new EntityQuery<Line> { Where = line => texts.Contains(line.Text) }),
            await lines.Database.PlanAsync(new EntityQuery<Line> { Where = line => line.Text.StartsWith("line 4711") }),
        })
        {
            Assert.Contains("ix_entity_order_line_", plan, StringComparison.Ordinal);
            Assert.DoesNotContain("Seq Scan", plan, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_page_by_a_number_starts_at_its_entity(bool descending)
    {
        var plan = await lines.Database.PlanAsync(new EntityQuery<Line>
        {
            OrderBy = line => line.Number, Descending = descending, After = lines.Middle, Limit = 50,
        });

        Assert.Contains($"{ByNumber} {(descending ? "<=" : ">=")} ", plan, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_page_by_time_starts_at_its_entity(bool descending)
    {
        var plan = await lines.Database.PlanAsync(new EntityQuery<Line> { After = lines.Middle, Descending = descending, Limit = 50 });

        Assert.Contains($"Index Cond: (created_at {(descending ? "<=" : ">=")} ", plan, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_of_a_tenant_is_read_from_its_index()
    {
        var plan = await lines.Database.PlanAsync(new EntityQuery<Line> { Tenant = ArticleGen.Tenants[0], Limit = 50 });

        Assert.Contains("ix_entity_order_line_tenant", plan, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_feed_reads_every_line_once()
    {
        var query = new EntityQuery<Line> { After = lines.Middle, Limit = 500 };
        var numbers = new List<int>();
        for (var page = 0; page < 10; page++)
        {
            var (rows, total) = await lines.Database.Entities.QueryAsync(query with { After = lines.IdOf(numbers.Count == 0 ? ManyLines.Count / 2 : numbers[^1]) });
            numbers.AddRange(rows.Select(row => ((Line)row.Value).Number));
            Assert.Equal(ManyLines.Count, total);
        }

        Assert.Equal(Enumerable.Range((ManyLines.Count / 2) + 1, 5_000), numbers);
    }

    public sealed class ManyLines : IAsyncLifetime
    {
        internal const int Count = 200_000;

        internal EntityDatabase Database { get; private set; } = null!;

        internal Guid Middle => IdOf(Count / 2);

        public async Task InitializeAsync()
        {
            Database = await EntityDatabase.CreateAsync();
            foreach (var chunk in Enumerable.Range(1, Count).Chunk(20_000))
            {
                Database.Clock.Now += TimeSpan.FromSeconds(1);
                await Database.Entities.WriteAsync(
                [
                    .. chunk.Select(number => new Agents.Storage.EntityChange(
                        typeof(Line), IdOf(number), new Line(IdOf(number), $"line {number}", number), 0, number % 1000 == 0 ? ArticleGen.Tenants[0] : null)),
                ],
                Database.Clock.Now);
            }

            // What the server learns from time to time by itself.
            await Database.RunAsync("vacuum analyze shop.entity_order_line");
        }

        public async Task DisposeAsync() => await Database.DisposeAsync();

        internal Guid IdOf(int number) => new(number, 0, 0, new byte[8]);
    }
}
