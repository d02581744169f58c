using Commerce.Agents;
using Commerce.Integration.Servers;
using Commerce.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Npgsql;
using Xunit;

namespace Commerce.Integration.PostgreSql;

/// <summary>What people see when something is wrong: one clear line, and nothing is lost.</summary>
public sealed class FailureTests
{
    [Theory]
    [InlineData("Host=127.0.0.1;Port=1;Database=shop;Username=agents;Password=hidden", "PostgreSQL at 127.0.0.1:1/shop cannot be used")]
    [InlineData("Hots=127.0.0.1;Password=hidden", "ConnectionString cannot be read")]
    [InlineData("", "Set ConnectionString or DataSource")]
    public async Task A_wrong_connection_string_is_told(string connectionString, string expected)
    {
        await using var processes = await Processes.CreateAsync();

        var exception = await Assert.ThrowsAnyAsync<Exception>(() => processes.StartAsync(options: options => options.ConnectionString = connectionString));

        Assert.Contains(expected, exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hidden", exception.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("hidden", processes.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_database_is_told()
    {
        await using var processes = await Processes.CreateAsync();

        var exception = await Assert.ThrowsAsync<CommerceException>(() => processes.StartAsync(options: options =>
            options.ConnectionString = new NpgsqlConnectionStringBuilder(options.ConnectionString) { Database = "nowhere" }.ConnectionString));

        Assert.Equal(CommerceErrorKind.NotFound, exception.Kind);
        Assert.EndsWith("has no such database: create it, or correct the connection string.", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_right_is_told()
    {
        await using var processes = await Processes.CreateAsync();
        await processes.ExecuteAsync("create role poor login; revoke create on schema public from public; revoke all on schema public from poor");

        var exception = await Assert.ThrowsAsync<CommerceException>(() => processes.StartAsync(options: options =>
            options.ConnectionString = new NpgsqlConnectionStringBuilder(options.ConnectionString) { Username = "poor" }.ConnectionString));

        Assert.Equal(CommerceErrorKind.Forbidden, exception.Kind);
        Assert.Contains("lacks a right (permission denied", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_schema_name_that_is_no_name_is_told()
    {
        await using var processes = await Processes.CreateAsync();

        var exception = await Assert.ThrowsAsync<OptionsValidationException>(() => processes.StartAsync(options: options => options.Schema = "agents; drop"));

        Assert.Contains("Schema", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_newer_schema_is_refused_and_left_alone()
    {
        await using var processes = await Processes.CreateAsync();
        await (await processes.StartAsync()).StopAsync();
        await processes.ExecuteAsync($"insert into agents.agent_schema (version) values ({PostgreSqlMigrations.Version + 1})");

        var exception = await Assert.ThrowsAsync<CommerceException>(() => processes.StartAsync(options: options => options.Migrate = MigrateMode.Never));

        Assert.Equal(CommerceErrorKind.Conflict, exception.Kind);
        Assert.Contains($"are of version {PostgreSqlMigrations.Version + 1} and this process knows {PostgreSqlMigrations.Version}: update the process", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_administrator_can_run_the_script_instead()
    {
        await using var processes = await Processes.CreateAsync();
        var refused = await Assert.ThrowsAsync<CommerceException>(() => processes.StartAsync(options: options => options.Migrate = MigrateMode.Check));
        Assert.Contains("""run the script of PostgreSqlMigrations.Script("agents", 0)""", refused.Message, StringComparison.Ordinal);

        await processes.ExecuteAsync(PostgreSqlMigrations.Script());
        var host = await processes.StartAsync(options: options => options.Migrate = MigrateMode.Check);
        await host.Services.GetRequiredService<IMessagePublisher>().PublishAsync(new Add("a", 1));

        await Processes.WaitForAsync(async () => await SumAsync(host, "a") == 1, "the sum");
    }

    [Fact]
    public async Task Processes_that_start_together_make_the_tables_once()
    {
        await using var processes = await Processes.CreateAsync();

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => processes.StartAsync(options: options => options.Schema = "shop_1")));

        Assert.Equal(1, await processes.ScalarAsync<long>("select count(*) from shop_1.agent_schema"));
    }

    [Theory]
    [InlineData("Unheard", """{"key":"a"}""", "No agent here handles a message named \"Unheard\".")]
    [InlineData("Add", """{"key":"a","value":"secret"}""", "The bytes are no Add: see $.value.")]
    [InlineData("Add", """{"value":1}""", "The bytes are no Add")]
    [InlineData("Add", "\u0001", "The bytes are no Add")]
    public async Task What_cannot_be_read_becomes_a_dead_letter_as_it_came_and_can_be_replayed(string type, string body, string reason)
    {
        await using var processes = await Processes.CreateAsync();
        var host = await processes.StartAsync();
        await processes.ExecuteAsync($$"""
            insert into agents.agent_outbox (shard, consumer, key, message_id, type, headers, body)
            select {{Agents.Storage.Shards.Of("sum", "a")}}, id, 'a', gen_random_uuid(), '{{type}}', '{"at":"2026-01-01T00:00:00Z"}', convert_to('{{body}}', 'UTF8')
            from agents.agent_consumer where name = 'sum'
            """);
        var operations = host.Services.GetRequiredService<IAgentOperations>();

        await Processes.WaitForAsync(async () => (await operations.DeadLettersAsync()).Count == 1, "the dead letter");
        var letter = Assert.Single(await operations.DeadLettersAsync());
        Assert.StartsWith(reason, letter.Error, StringComparison.Ordinal);
        Assert.Equal(type, letter.MessageType);
        Assert.DoesNotContain("secret", letter.Error + processes.Log.Text, StringComparison.Ordinal);
        Assert.Single(processes.Log.Lines, line => line.StartsWith("1003 ", StringComparison.Ordinal));

        // Once the bytes can be read, a replay handles them.
        await processes.ExecuteAsync("""update agents.agent_dead_letter set type = 'Add', body = convert_to('{"key":"a","value":7}', 'UTF8')""");
        Assert.Equal(1, await operations.ReplayAsync(new DeadLetterQuery { Ids = [letter.Id] }));
        await Processes.WaitForAsync(async () => await SumAsync(host, "a") == 7, "the replayed message");
        Assert.Empty(await operations.DeadLettersAsync());
        Assert.Empty(await operations.ParkedAsync());
    }

    [Fact]
    public async Task Dead_letters_are_replayed_by_number_type_agent_and_time()
    {
        await using var processes = await Processes.CreateAsync();
        var host = await processes.StartAsync();
        var operations = host.Services.GetRequiredService<IAgentOperations>();
        processes.World.Failures = 3;
        processes.World.Error = static () => new CommerceException(CommerceErrorKind.Invalid, "No.");
        foreach (var key in new[] { "a", "b", "c" })
        {
            await host.Services.GetRequiredService<IMessagePublisher>().PublishAsync(new Add(key, 0));
        }

        await Processes.WaitForAsync(async () => (await operations.DeadLettersAsync()).Count == 3, "three dead letters");
        var letters = (await operations.DeadLettersAsync()).OrderBy(static letter => letter.DeadAt).ToList();

        Assert.Equal(0, await operations.ReplayAsync(new DeadLetterQuery { MessageType = "Added" }));
        Assert.Equal(0, await operations.ReplayAsync(new DeadLetterQuery { Agent = "listener" }));
        Assert.Equal(0, await operations.ReplayAsync(new DeadLetterQuery { Until = letters[0].DeadAt }));
        Assert.Equal(0, await operations.ReplayAsync(new DeadLetterQuery { From = letters[^1].DeadAt.AddSeconds(1) }));
        Assert.Equal(1, await operations.ReplayAsync(new DeadLetterQuery { Ids = [letters[1].Id] }));
        Assert.Equal(2, await operations.ReplayAsync(new DeadLetterQuery { MessageType = "Add", Agent = "sum", From = letters[0].DeadAt }));
        await Processes.WaitForAsync(async () => await processes.ScalarAsync<long>("select count(*) from agents.agent_state s join agents.agent_consumer c on c.id = s.consumer where c.name = 'sum' and data is not null and not is_parked") == 3, "all of them handled");
    }

    [Fact]
    public async Task A_process_may_start_before_its_database()
    {
        await using var server = await PostgreSqlServer.StartAsync();
        var database = await server.CreateDatabaseAsync();
        await server.StopAsync(immediate: true);
        await using var processes = await Processes.CreateAsync();

        var starting = processes.StartAsync(options: options => options.ConnectionString = database);
        await Processes.WaitForAsync(() => Task.FromResult(processes.Log.Text.Contains("1105 ", StringComparison.Ordinal)), "a start that is put off");
        await server.StartAgainAsync();
        var host = await starting;

        await host.Services.GetRequiredService<IMessagePublisher>().PublishAsync(new Add("a", 1));
        await Processes.WaitForAsync(async () => await SumAsync(host, "a") == 1, "the message");
    }

    [Fact]
    public async Task The_database_may_go_away_and_come_back()
    {
        await using var server = await PostgreSqlServer.StartAsync();
        var database = await server.CreateDatabaseAsync();
        await using var processes = await Processes.CreateAsync();
        var host = await processes.StartAsync(options: options => options.ConnectionString = database);
        var publisher = host.Services.GetRequiredService<IMessagePublisher>();
        await publisher.PublishAsync(new Add("a", 1));
        await Processes.WaitForAsync(async () => await SumAsync(host, "a") == 1, "the first message");

        await server.StopAsync(immediate: true);
        var refused = await Assert.ThrowsAsync<CommerceException>(() => publisher.PublishAsync(new Add("a", 2)));
        Assert.True(refused.IsTransient);
        await Processes.WaitForAsync(async () => await StatusAsync(host, "ready") == HealthStatus.Unhealthy, "an unhealthy state");
        Assert.Equal(HealthStatus.Healthy, await StatusAsync(host, "live"));
        await server.StartAgainAsync();

        await Processes.WaitForAsync(() => IsPublishedAsync(publisher, new Add("a", 3)), "a message that is taken again");
        await Processes.WaitForAsync(async () => await SumAsync(host, "a") == 4, "the message after the outage");
        await Processes.WaitForAsync(async () => await StatusAsync(host, "ready") == HealthStatus.Healthy, "health");
        Assert.Contains(processes.Log.Lines, line => line.StartsWith("1008 ", StringComparison.Ordinal) && line.Contains("cannot be used", StringComparison.Ordinal));
        Assert.Contains(processes.Log.Lines, line => line.StartsWith("1009 ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_message_that_the_database_refuses_is_parked_alone()
    {
        await using var processes = await Processes.CreateAsync();
        var host = await processes.StartAsync();
        await processes.ExecuteAsync("alter table agents.agent_state add constraint small check ((data->>'total')::int < 1000)");
        var publisher = host.Services.GetRequiredService<IMessagePublisher>();
        var operations = host.Services.GetRequiredService<IAgentOperations>();
        await operations.PauseAsync("sum");
        await Task.WhenAll(Enumerable.Range(0, 200).Select(i => publisher.PublishAsync(new Add($"key-{i}", 1))).Append(publisher.PublishAsync(new Add("bad", 5000))));
        await operations.ResumeAsync("sum");

        await Processes.WaitForAsync(
            async () => await processes.ScalarAsync<long>("select count(*) from agents.agent_state where data->>'total' = '1'") == 200, "everybody else");
        Assert.Equal("bad", Assert.Single(await operations.ParkedAsync()).Key);
        await processes.ExecuteAsync("alter table agents.agent_state drop constraint small");
        await Processes.WaitForAsync(async () => await SumAsync(host, "bad") == 5000, "the refused one, once it is taken");
    }

    private static async Task<bool> IsPublishedAsync(IMessagePublisher publisher, IMessage message)
    {
        try
        {
            await publisher.PublishAsync(message);
            return true;
        }
        catch (CommerceException exception) when (exception.IsTransient)
        {
            return false;
        }
    }

    private static async Task<int?> SumAsync(IHost host, string key) =>
        (await host.Services.GetRequiredService<IAgentStates>().FindAsync<Sum>("sum", key))?.Total;

    private static async Task<HealthStatus> StatusAsync(IHost host, string tag) =>
        (await host.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync(check => check.Tags.Contains(tag))).Status;
}
