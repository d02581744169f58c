using System.Text.Json.Nodes;

namespace Commerce.Testing.Sandbox;

/// <summary>Everything that Stripe keeps: by id, by account and kind in order of creation, and by the fields that lists and searches ask for.</summary>
internal sealed class StripeStore
{
    private static readonly Dictionary<string, string[]> Indexed = new(StringComparer.Ordinal)
    {
        ["payment_intent"] = ["customer"],
        ["charge"] = ["payment_intent", "customer", "transfer_group"],
        ["refund"] = ["charge", "payment_intent"],
        ["customer"] = ["email"],
        ["payment_method"] = ["customer"],
        ["setup_intent"] = ["customer", "payment_method"],
        ["transfer"] = ["destination", "transfer_group"],
        ["transfer_reversal"] = ["transfer"],
        ["application_fee"] = ["charge"],
        ["fee_refund"] = ["fee"],
        ["balance_transaction"] = ["source", "type", "currency"],
        ["dispute"] = ["charge", "payment_intent"],
        ["radar.early_fraud_warning"] = ["charge", "payment_intent"],
        ["payout"] = ["destination"],
        ["event"] = ["type"],
        ["bank_account"] = ["account"],
        ["checkout.session"] = ["payment_intent", "customer"],
    };

    private static readonly Comparer<StripeItem> ByNumber = Comparer<StripeItem>.Create(static (one, other) => one.Number.CompareTo(other.Number));

    private readonly Dictionary<string, StripeItem> _items = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Account, string Kind), List<StripeItem>> _kinds = [];
    private readonly Dictionary<(string Account, string Kind, string Field, string Value), List<StripeItem>> _index = [];
    private long _count;

    /// <summary>Keeps a new object under an id of its own.</summary>
    internal StripeItem Add(string kind, string prefix, string account, JsonObject body, string? id = null)
    {
        var number = ++_count;
        id ??= $"{prefix}_sandbox{number}";
        body["id"] = id;
        body["object"] = kind;
        var item = new StripeItem(kind, id, account, number, body);
        _items[id] = item;
        ListOf(account, kind).Add(item);
        Index(item);
        return item;
    }

    /// <summary>Finds the object by its id, wherever it lives.</summary>
    internal StripeItem? Find(string id) => _items.GetValueOrDefault(id);

    /// <summary>Finds the object by its id when it is of that kind and lives on that account.</summary>
    internal StripeItem? Find(string id, string kind, string account) =>
        _items.TryGetValue(id, out var item) && item.Kind == kind && item.Account == account ? item : null;

    internal void Remove(StripeItem item)
    {
        _items.Remove(item.Id);
        ListOf(item.Account, item.Kind).Remove(item);
    }

    /// <summary>Makes lists and searches find an object by what its fields hold now. What they held before is left: readers look at the fields.</summary>
    internal void Index(StripeItem item)
    {
        foreach (var field in Indexed.GetValueOrDefault(item.Kind) ?? [])
        {
            Put(item, field, (string?)(item.Body[field] as JsonValue));
        }

        foreach (var (name, value) in item.Body["metadata"] as JsonObject ?? [])
        {
            Put(item, $"metadata[{name}]", (string?)value);
        }
    }

    /// <summary>Gives the objects of an account in order of creation; those that may hold the value when a field is given.</summary>
    internal List<StripeItem> Of(string account, string kind, string? field = null, string? value = null) => field is null
        ? ListOf(account, kind)
        : _index.GetValueOrDefault((account, kind, field, value!)) ?? [];

    /// <summary>Gives the objects of a kind on every account.</summary>
    internal IEnumerable<StripeItem> OfAll(string kind) => _items.Values.Where(item => item.Kind == kind).OrderBy(static item => item.Number);

    internal static bool IsIndexed(string kind, string field) =>
        field.StartsWith("metadata[", StringComparison.Ordinal) || (Indexed.TryGetValue(kind, out var fields) && fields.Contains(field));

    /// <summary>Gives the place of the first object whose number is not below the one given.</summary>
    internal static int PlaceOf(List<StripeItem> items, StripeItem item)
    {
        var place = items.BinarySearch(item, ByNumber);
        return place < 0 ? ~place : place;
    }

    private List<StripeItem> ListOf(string account, string kind)
    {
        if (!_kinds.TryGetValue((account, kind), out var items))
        {
            _kinds[(account, kind)] = items = [];
        }

        return items;
    }

    private void Put(StripeItem item, string field, string? value)
    {
        if (value is null)
        {
            return;
        }

        var key = (item.Account, item.Kind, field, value);
        if (!_index.TryGetValue(key, out var items))
        {
            _index[key] = items = [];
        }

        var place = items.BinarySearch(item, ByNumber);
        if (place < 0)
        {
            items.Insert(~place, item);
        }
    }
}
