using System.Globalization;
using System.Text.Json.Nodes;

namespace Commerce.Testing.Sandbox;

/// <content>Lists, searches, and objects instead of their ids.</content>
public sealed partial class StripeSandbox
{
    private const int MostLevels = 4;

    /// <summary>Finds the object that the path names, on the account of the call.</summary>
    private StripeItem Find(StripeCall call, string kind, string param) => Find(call, kind, param, call.Id);

    private StripeItem Find(StripeCall call, string kind, string param, string id) =>
        _store.Find(id, kind, call.Account) ?? throw StripeRefusal.Missing(kind, param, id);

    /// <summary>Lists newest first. Filters that name a field of the object are matched as they are, and <c>created</c> and its like by their range.</summary>
    private JsonObject List(StripeCall call, string kind, string filters = "", Func<StripeItem, bool>? also = null, (string Field, string Value)? of = null)
    {
        var parameters = call.Parameters;
        var equal = filters.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Where(field => parameters.Text(field) is not null).Select(field => (Field: field, Value: parameters.Text(field)!)).ToList();
        if (of is { } owner)
        {
            equal.Insert(0, owner);
        }

        var range = RangeOf(parameters, "created");
        var indexed = equal.FindIndex(pair => StripeStore.IsIndexed(kind, pair.Field));
        var items = indexed < 0 ? _store.Of(call.Account, kind) : _store.Of(call.Account, kind, equal[indexed].Field, equal[indexed].Value);
        return Page(call, items, item =>
            equal.TrueForAll(pair => pair.Field == "currency" ? item.Currency == pair.Value : item.Text(pair.Field) == pair.Value)
            && range(item.Count("created")) && (also is null || also(item)));
    }

    private JsonObject Page(StripeCall call, List<StripeItem> items, Func<StripeItem, bool> matches)
    {
        var parameters = call.Parameters;
        var limit = Limit(parameters);
        if (parameters.Has("starting_after") && parameters.Has("ending_before"))
        {
            throw StripeRefusal.Invalid("parameters_exclusive", "You may only specify one of these parameters: starting_after, ending_before.", "starting_after");
        }

        var data = new List<JsonNode?>();
        bool hasMore;
        if (parameters.Text("ending_before") is { } before)
        {
            var place = StripeStore.PlaceOf(items, Cursor(before, "ending_before")) + 1;
            hasMore = Take(items.Skip(place));
            data.Reverse();
        }
        else
        {
            var place = parameters.Text("starting_after") is { } after ? StripeStore.PlaceOf(items, Cursor(after, "starting_after")) : items.Count;
            hasMore = Take(Backwards(items, place - 1));
        }

        return new JsonObject
        {
            ["object"] = "list", ["url"] = call.ListPath, ["has_more"] = hasMore, ["data"] = new JsonArray([.. data]),
        };

        StripeItem Cursor(string id, string param) => _store.Find(id) ?? throw StripeRefusal.Missing("object", param, id);

        bool Take(IEnumerable<StripeItem> candidates)
        {
            foreach (var item in candidates)
            {
                if (matches(item))
                {
                    if (data.Count == limit)
                    {
                        return true;
                    }

                    data.Add(item.Body.DeepClone());
                }
            }

            return false;
        }
    }

    private static IEnumerable<StripeItem> Backwards(List<StripeItem> items, int from)
    {
        for (var i = from; i >= 0; i--)
        {
            yield return items[i];
        }
    }

    private static int Limit(StripeParameters parameters) => parameters.Count("limit") switch
    {
        null => 10,
        < 1 => throw StripeRefusal.Invalid("parameter_invalid_integer", "This value must be greater than or equal to 1.", "limit"),
        > 100 => throw StripeRefusal.Invalid("parameter_invalid_integer", "This value must be less than or equal to 100.", "limit"),
        var limit => (int)limit,
    };

    private static Func<long, bool> RangeOf(StripeParameters parameters, string name)
    {
        var (exact, gt, gte, lt, lte) = (parameters.Count(name), parameters.Count(name + "[gt]"), parameters.Count(name + "[gte]"),
            parameters.Count(name + "[lt]"), parameters.Count(name + "[lte]"));
        return value => (exact is null || value == exact) && !(value <= gt || value < gte || value >= lt || value > lte);
    }

    private JsonObject Search(StripeCall call, string kind)
    {
        var search = StripeSearch.Parse(call.Parameters.Text("query")!);
        var limit = Limit(call.Parameters);
        var items = search.Indexed is { } clause && StripeStore.IsIndexed(kind, clause.Field)
            ? _store.Of(call.Account, kind, clause.Field, clause.Value)
            : _store.Of(call.Account, kind);
        var from = items.Count - 1;
        if (call.Parameters.Text("page") is { } page)
        {
            from = int.TryParse(page, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < items.Count
                ? number
                : throw StripeRefusal.Invalid(null, "Invalid page.", "page");
        }

        var data = new List<JsonNode?>();
        string? next = null;
        for (; from >= 0; from--)
        {
            if (!search.Matches(items[from]))
            {
                continue;
            }

            if (data.Count == limit)
            {
                next = from.ToString(CultureInfo.InvariantCulture);
                break;
            }

            data.Add(items[from].Body.DeepClone());
        }

        return new JsonObject
        {
            ["object"] = "search_result", ["url"] = call.ListPath, ["has_more"] = next is not null, ["next_page"] = next, ["data"] = new JsonArray([.. data]),
        };
    }

    /// <summary>Gives a copy in which the objects stand that the call wants to see instead of their ids.</summary>
    private JsonObject Expanded(JsonObject body, StripeCall call)
    {
        var copy = (JsonObject)body.DeepClone();
        foreach (var path in call.Parameters.List("expand"))
        {
            var steps = path.Split('.');
            if (steps.Length > MostLevels)
            {
                throw StripeRefusal.Invalid(null, $"You cannot expand more than {MostLevels} levels of a property. Property: {path}", "expand");
            }

            Expand(copy, steps, path);
        }

        return copy;
    }

    private void Expand(JsonObject at, ReadOnlySpan<string> steps, string path)
    {
        var name = steps[0];
        if (name == "refunds" && (string?)at["object"] == "charge")
        {
            at["refunds"] ??= RefundsOf((string)at["id"]!);
        }

        if (!at.ContainsKey(name))
        {
            throw StripeRefusal.Invalid(null, $"This property cannot be expanded ({path}).", "expand");
        }

        if (at[name] is JsonValue value && value.TryGetValue<string>(out var id) && _store.Find(id) is { } item)
        {
            at[name] = item.Body.DeepClone();
        }

        if (steps.Length == 1)
        {
            return;
        }

        switch (at[name])
        {
            case JsonObject below:
                Expand(below, steps[1..], path);
                break;
            case JsonArray list:
                foreach (var entry in list.OfType<JsonObject>())
                {
                    Expand(entry, steps[1..], path);
                }

                break;
        }
    }
}
