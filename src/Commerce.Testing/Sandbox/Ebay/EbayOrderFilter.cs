using System.Globalization;

namespace Commerce.Testing.Sandbox;

/// <summary>The filter of eBay's list of orders.</summary>
internal sealed class EbayOrderFilter
{
    private HashSet<string>? _states;
    private bool _byChange;

    internal DateTimeOffset? From { get; private set; }

    internal DateTimeOffset? To { get; private set; }

    internal bool IsEmpty => _states is null && From is null && To is null;

    internal static bool TryParse(string? text, out EbayOrderFilter filter)
    {
        filter = new EbayOrderFilter();
        var hasCreation = text?.Contains("creationdate:", StringComparison.Ordinal) == true;
        foreach (var part in (text ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            var (name, value) = part.Split(':', 2) is [var left, var right] ? (left, right) : (part, "");
            switch (name)
            {
                case "orderfulfillmentstatus" when value is "{NOT_STARTED|IN_PROGRESS}" or "{FULFILLED|IN_PROGRESS}":
                    filter._states = [.. value.Trim('{', '}').Split('|')];
                    break;

                // Both dates: only that of creation is looked at.
                case "lastmodifieddate" when hasCreation:
                    break;
                case "creationdate" or "lastmodifieddate" when value is ['[', .., ']'] && value[1..^1].Split("..") is [var from, var to] && Time(from) is { } start && (to.Length == 0 || Time(to) is not null):
                    (filter.From, filter.To, filter._byChange) = (start, Time(to), name == "lastmodifieddate");
                    break;
                default:
                    return false;
            }
        }

        return true;
    }

    internal bool Matches(EbayOrderState order)
    {
        var at = _byChange ? order.UpdatedAt : order.CreatedAt;
        return (From is null || at >= From) && (To is null || at <= To) && (_states is null || _states.Contains(order.Fulfilment));
    }

    private static DateTimeOffset? Time(string text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;
}
