using Commerce.Payments;
using System.Reflection;
using System.Text;
using System.Text.Json.Nodes;
using Commerce.Agents.Domain.Inventory;
using Commerce.Agents.Domain.Orders;
using Commerce.Agents.Domain.Payments;
using Commerce.Agents.Runtime;
using Commerce.Agents.Storage;
using Commerce.Marketplaces;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Commerce.Agents.Tests.Domain.Json;

public sealed class StoredJsonTests
{
    private static readonly AgentJson Json = new(
        StoredTypes.Messages.ToDictionary(type => type.Name, StringComparer.Ordinal), []);

    public static TheoryData<Type> All => [.. StoredTypes.All];

    public static TheoryData<Type> WithRequired => [.. StoredTypes.All.Where(type => RequiredOf(type).Any())];

    [Theory]
    [MemberData(nameof(All))]
    public void Comes_back_as_it_was_written_when_everything_is_filled(Type type) => AssertRoundTrip(type, new Samples(full: true));

    [Theory]
    [MemberData(nameof(All))]
    public void Comes_back_as_it_was_written_when_only_the_needed_is_filled(Type type) => AssertRoundTrip(type, new Samples(full: false));

    [Theory]
    [MemberData(nameof(All))]
    public void Fields_of_later_versions_are_ignored(Type type)
    {
        var value = new Samples(full: true).Make(type);
        var document = JsonNode.Parse(Write(value))!;
        AddFields(document);

        var read = Json.ReadValue(document.ToJsonString(), type);

        Assert.Empty(Differences.Between(value, read));
    }

    [Theory]
    [MemberData(nameof(WithRequired))]
    public void A_missing_field_is_refused_and_told(Type type)
    {
        foreach (var name in RequiredOf(type))
        {
            var document = JsonNode.Parse(Write(new Samples(full: true).Make(type)))!.AsObject();
            Assert.True(document.Remove(name), $"{type.Name} has no field {name} in JSON.");

            if (typeof(IMessage).IsAssignableFrom(type))
            {
                var message = Json.Read(type.Name, Encoding.UTF8.GetBytes(document.ToJsonString()));
                Assert.Contains(type.Name, Assert.IsType<UnreadableMessage>(message).Reason, StringComparison.Ordinal);
            }
            else
            {
                var exception = Assert.Throws<CommerceException>(() => Json.ReadValue(document.ToJsonString(), type));
                Assert.Equal(CommerceErrorKind.Protocol, exception.Kind);
            }
        }
    }

    [Fact]
    public void The_list_of_outcomes_has_every_call_of_the_handlers() => Assert.Equal(
        StoredTypes.Outcomes.Select(type => type.Name).Order(),
        StoredTypes.CompiledOutcomes().Select(type => type.Name).Distinct().Order());

    [Fact]
    public async Task The_list_of_types_has_every_registration()
    {
        await using var shop = await Shop.OpenAsync();
        var topology = shop.Host.Services.GetRequiredService<AgentTopology>();

        var registered = topology.Agents.Values
            .SelectMany(agent => agent.Handlers.Keys.Append(agent.StateType))
            .Concat(topology.Entities.Select(entity => entity.Type));

        Assert.Empty(registered.Except(StoredTypes.All));
    }

    [Fact]
    public void Enums_travel_by_name()
    {
        var json = Json.WriteValue(new Order { Status = OrderStatus.PartiallyShipped }, typeof(Order));

        Assert.Contains("\"status\":\"PartiallyShipped\"", json, StringComparison.Ordinal);
    }

    [Fact]
    public void Steps_of_a_saga_come_back_with_what_undoes_them()
    {
        var order = OrderId.From(Guid.NewGuid());
        SagaStep[] steps =
        [
            new("reserve", new ReleaseStock(order.Value, "declined"), DateTimeOffset.UnixEpoch.AddTicks(7)),
            new("authorize", new ReversePayment(order, Guid.NewGuid(), PaymentRefundReason.OrderCancelled, "saga"), DateTimeOffset.UnixEpoch),
            new("nothing to undo", null, DateTimeOffset.UnixEpoch),
        ];

        Assert.Equal(steps, Json.ReadSteps(Json.WriteSteps(steps)));
    }

    [Fact]
    public async Task Every_message_of_the_journeys_comes_back_as_it_was_sent()
    {
        await using var shop = await Shop.OpenAsync();
        await shop.PlaceAsync(Shop.Draft(), "delivered");
        await shop.PlaceAsync(Shop.Draft("pm_card_visa_chargeDeclined"), "declined");
        await shop.PlaceAsync(Shop.Draft(lamps: 500), "refused");
        shop.Marketplace.Put(Shop.MarketplaceOrder(shop.Host.Clock.GetUtcNow()));
        await shop.Host.SendAsync(new Commerce.Agents.Domain.Marketplaces.SyncMarketplace(Shop.Account));
        await shop.Host.SettleAsync();
        await shop.Host.AdvanceAsync(TimeSpan.FromHours(12));

        var messages = shop.Host.Published.All<IMessage>();

        Assert.True(messages.Select(message => message.GetType()).Distinct().Count() > 20);
        foreach (var message in messages)
        {
            Assert.Empty(Differences.Between(message, Json.Read(message.GetType().Name, Json.Write(message))));
        }
    }

    private static string Write(object value) => Json.WriteValue(value, value.GetType());

    private static void AssertRoundTrip(Type type, Samples samples)
    {
        var value = samples.Make(type);

        var read = Json.ReadValue(Write(value), type);

        Assert.Empty(Differences.Between(value, read));
        Assert.Equal(Write(value), Write(read));
    }

    private static void AddFields(JsonNode? node)
    {
        if (node is JsonArray array)
        {
            foreach (var item in array)
            {
                AddFields(item);
            }
        }
        else if (node is JsonObject document && document.Any(field => field.Key != "" && char.IsLower(field.Key[0])))
        {
            foreach (var (_, field) in document.ToList())
            {
                AddFields(field);
            }

            // Where the fields are keys of a dictionary, one more would be an entry.
            if (document.All(field => !field.Key.Contains('-', StringComparison.Ordinal) && !field.Key.Contains(' ', StringComparison.Ordinal)))
            {
                document["addedLater"] = new JsonObject { ["a"] = 1 };
            }
        }
    }

    private static IEnumerable<string> RequiredOf(Type type)
    {
        var constructor = type.GetConstructors().MaxBy(candidate => candidate.GetParameters().Length)!;
        var nullability = new NullabilityInfoContext();
        return constructor.GetParameters()
            .Where(parameter => !parameter.HasDefaultValue && nullability.Create(parameter).WriteState != NullabilityState.Nullable)
            .Select(parameter => parameter.Name!)
            .Concat(type.GetProperties()
                .Where(property => property.IsDefined(typeof(System.Runtime.CompilerServices.RequiredMemberAttribute))
                    && nullability.Create(property).WriteState != NullabilityState.Nullable)
                .Select(property => property.Name))
            .Select(System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName)
            .Distinct();
    }
}
