using Commerce.Agents.Entities;
using Commerce.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Xunit;

namespace Commerce.Agents.Tests.Runtime;

public sealed class RegistrationTests
{
    [Fact]
    public async Task All_mistakes_are_told_together_when_the_host_starts()
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Services.AddSingleton<OutsideWorld>();
        builder.Services.AddCommerceAgents(agents => agents
            .AddAgent<SumAgent, Sum>("sum", agent => agent.Handles<Add>(message => message.Key).Handles<Add>(message => message.Key))
            .AddAgent<SumAgent, Sum>("sum", agent => agent.Handles<TakeStep>(message => message.Key))
            .AddAgent<ListenerAgent, Heard>("idle", _ => { })
            .Commands<StartJourney>()
            .AddRecurring("bad-cron", "61 * * * *", "UTC", () => new TimeUp("x"))
            .AddRecurring("bad-zone", "* * * * *", "Mars/Olympus", () => new TimeUp("x")));
        using var host = builder.Build();

        var exception = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync());

        string[] expected = ["handles Add twice", "does not implement IHandle<TakeStep, Sum>", "Two agents are named \"sum\"", "\"idle\" handles nothing", "StartJourney has 0 owners", "bad-cron", "Mars/Olympus"];
        Assert.All(expected, text => Assert.Contains(exception.Failures, failure => failure.Contains(text, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Mistakes_about_entities_are_told_when_the_host_starts()
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Services.AddCommerceAgents(agents => agents
            .AddEntity<Note>(note => note.Table("records").Index(n => n.Text.Length))
            .AddEntity<PackingSlip>(slip => slip.Table("records").Table("Drop table;")));
        using var host = builder.Build();

        var exception = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync());

        string[] expected = ["Note and PackingSlip are kept in one table, \"records\"", "\"Drop table;\"", "String.Length"];
        Assert.All(expected, text => Assert.Contains(exception.Failures, failure => failure.Contains(text, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Stores_get_one_definition_of_each_entity()
    {
        var services = new ServiceCollection();
        services.AddCommerceAgents(agents => agents
            .AddEntity<PackingSlip>()
            .AddEntity<Note>(note => note.Table("remarks").Index(n => n.Text, n => n.Length)));
        services.AddCommerceAgents(agents => agents.AddEntity<PackingSlip>(slip => slip.Index(s => s.Box!.Code)).AddEntity<VATRate2>());
        await using var provider = services.BuildServiceProvider();

        var definitions = provider.GetServices<EntityDefinition>().ToList();

        Assert.Equal(["packing_slip", "remarks", "vat_rate2"], definitions.Select(definition => definition.Table));
        Assert.Equal([typeof(PackingSlip), typeof(Note), typeof(VATRate2)], definitions.Select(definition => definition.Type));
        Assert.Equal(["Box.Code"], Assert.Single(definitions[0].Indexes));
        Assert.Equal(["Text", "Length"], Assert.Single(definitions[1].Indexes));
    }

    [Fact]
    public async Task Several_calls_add_to_one_runtime()
    {
        var services = new ServiceCollection();
        services.AddSingleton<OutsideWorld>();
        services.AddCommerceAgents(agents => agents.AddAgent<SumAgent, Sum>("sum", agent => agent.Handles<Add>(message => message.Key)));
        services.AddCommerceAgents(agents => agents.AddAgent<ListenerAgent, Heard>("listener", agent => agent.Handles<Added>(message => message.Key)));
        await using var provider = services.BuildServiceProvider();

        Assert.Single(provider.GetServices<IHostedService>(), service => service.GetType().Name == "AgentRuntime");
        Assert.Equal(["listener", "sum"], provider.GetRequiredService<IAgentOperations>().Agents().Select(agent => agent.Name).Order());
    }

    [Fact]
    public async Task A_command_without_an_owner_is_refused_where_it_is_sent()
    {
        await using var host = await AgentTestHost.StartAsync(
            agents => agents.AddAgent<ListenerAgent, Heard>("listener", agent => agent.Handles<Added>(message => message.Key)));

        var exception = await Assert.ThrowsAsync<InvalidOperationException>(
            () => host.AskAsync<TotalIs>(new AskTotal("a")));

        Assert.Contains("AskTotal", exception.Message, StringComparison.Ordinal);
    }

    private sealed record PackingSlip(Guid Id, Box? Box) : IEntity;

    private sealed record Box(string Code);

    private sealed record VATRate2(Guid Id) : IEntity;
}
