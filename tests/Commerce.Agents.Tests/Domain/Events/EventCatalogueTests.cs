using System.Reflection;
using System.Reflection.Emit;
using Commerce.Agents.Domain.Orders;
using Xunit;

namespace Commerce.Agents.Tests.Domain.Events;

/// <summary>Walks the event catalogue against the agents: who makes an event, and who handles it. What differs is written down, and no more than that may.</summary>
public sealed class EventCatalogueTests
{
    private const string Root = "Commerce.Agents.Domain.";

    private static readonly Assembly Domain = typeof(OrderAgent).Assembly;

    private static readonly Dictionary<string, string> Contexts = new(StringComparer.Ordinal)
    {
        ["ORD"] = "Orders", ["CAT"] = "Catalog", ["INV"] = "Inventory", ["SHP"] = "Shipping", ["MKT"] = "Marketplaces", ["PAY"] = "Payments", ["PRC"] = "Pricing",
        ["CUS"] = "CustomerCare", ["PLT"] = "Monitoring",
    };

    private static readonly ILookup<string, string> Handled = Domain.GetTypes()
        .SelectMany(static type => type.GetInterfaces()
            .Where(static handler => handler.IsGenericType && handler.GetGenericTypeDefinition() == typeof(IHandle<,>))
            .Select(handler => (Event: handler.GetGenericArguments()[0].Name, Context: ContextOf(type))))
        .ToLookup(static entry => entry.Event, static entry => entry.Context);

    private static readonly ILookup<string, string> Made = Domain.GetTypes()
        .SelectMany(static type => type.GetMethods(BindingFlags.DeclaredOnly | BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)
            .SelectMany(static method => MadeBy(method)).Select(made => (Event: made, Context: ContextOf(type))))
        .Distinct()
        .ToLookup(static entry => entry.Event, static entry => entry.Context);

    [Fact]
    public void Every_event_is_made_where_the_catalogue_says() => RequireSame(
        EventGaps.NotMade,
        EventCatalogue.Rows.Where(static row => !ContextsOf(row.Producers).Any(context => Made[EventGaps.NameOf(row.Event)].Contains(context))).Select(static row => row.Event));

    [Fact]
    public void Every_event_is_heard_where_the_catalogue_says() => RequireSame(
        EventGaps.NotHeard,
        EventCatalogue.Rows
            .SelectMany(static row => ContextsOf(row.Consumers).Where(context => !Handled[EventGaps.NameOf(row.Event)].Contains(context)).Select(context => $"{row.Event} by {context}")));

    [Fact]
    public void No_event_that_an_agent_hears_is_made_by_nobody()
    {
        var unmade = Handled.Select(static entry => entry.Key).Where(static name => !Made.Contains(name));

        Assert.Empty(unmade);
    }

    private static void RequireSame(IEnumerable<string> written, IEnumerable<string> found)
    {
        var (known, now) = (written.ToHashSet(StringComparer.Ordinal), found.ToHashSet(StringComparer.Ordinal));
        Assert.True(known.SetEquals(now), $"Closed: {string.Join(", ", known.Except(now))}. New: {string.Join(", ", now.Except(known))}.");
    }

    private static IEnumerable<string> ContextsOf(string codes) =>
        codes.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(static code => Contexts[code[..3]]).Distinct(StringComparer.Ordinal);

    private static string ContextOf(Type type) =>
        type.Namespace is { } name && name.StartsWith(Root, StringComparison.Ordinal) ? name[Root.Length..].Split('.')[0] : "";

    /// <summary>Finds the messages that a method constructs, by its instructions.</summary>
    private static IEnumerable<string> MadeBy(MethodBase method)
    {
        var code = method.GetMethodBody()?.GetILAsByteArray() ?? [];
        for (var i = 0; i + 4 < code.Length; i++)
        {
            if (code[i] == OpCodes.Newobj.Value && Resolve(method, BitConverter.ToInt32(code, i + 1)) is { DeclaringType: { } made } && typeof(IMessage).IsAssignableFrom(made))
            {
                yield return made.Name;
            }
        }
    }

    private static MethodBase? Resolve(MethodBase method, int token)
    {
        try
        {
            return method.Module.ResolveMethod(token, method.DeclaringType?.GetGenericArguments(), null);
        }
        catch (Exception exception) when (exception is ArgumentException or BadImageFormatException)
        {
            // These bytes are no instruction.
            return null;
        }
    }
}
