using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Commerce.Testing.Sandbox;

/// <summary>A query of a search: <c>status:'succeeded' AND metadata['order_id']:'ORD-1'</c>. Clauses are joined by AND or by OR, not by both.</summary>
internal sealed partial class StripeSearch
{
    private readonly List<Clause> _clauses = [];
    private bool _isAny;

    /// <summary>Gets a clause of which an index can find all answers.</summary>
    internal (string Field, string Value)? Indexed => _isAny
        ? null
        : _clauses.Where(static clause => clause is { IsNegated: false, Operator: ":" }).Select(static clause => ((string, string)?)(clause.Field, clause.Value))
            .FirstOrDefault(static pair => pair!.Value.Item1.StartsWith("metadata[", StringComparison.Ordinal) || pair.Value.Item1 == "customer");

    internal static StripeSearch Parse(string query)
    {
        var search = new StripeSearch();
        var place = 0;
        string? joint = null;
        foreach (var match in ClausePattern().Matches(query).Cast<Match>())
        {
            if (match.Index != place || (joint is not null && match.Groups["join"].Success && joint != match.Groups["join"].Value.Trim()))
            {
                break;
            }

            place = match.Index + match.Length;
            joint = match.Groups["join"] is { Success: true, Value: var word } ? word.Trim() : joint;
            var field = match.Groups["key"].Success ? $"metadata[{Plain(match.Groups["key"].Value)}]" : match.Groups["field"].Value;
            search._clauses.Add(new Clause(field, match.Groups["operator"].Value, Plain(match.Groups["value"].Value), match.Groups["not"].Success));
        }

        search._isAny = joint == "OR";
        return place == query.Length && search._clauses.Count > 0
            ? search
            : throw StripeRefusal.Invalid(null, "We were unable to parse your search query.", "query");
    }

    /// <summary>Takes the quotes off, and the backslashes before quotes and backslashes inside them.</summary>
    private static string Plain(string word) => word[0] is '\'' or '"' ? Escape().Replace(word[1..^1], "$1") : word;

    internal bool Matches(StripeItem item) => _isAny ? _clauses.Exists(clause => clause.Matches(item)) : _clauses.TrueForAll(clause => clause.Matches(item));

    [GeneratedRegex("""(?<join>(?<=\S)\s+(AND|OR)\s+)?(?<not>-)?(?:metadata\[(?<key>'(?:\\.|[^'\\])+'|"(?:\\.|[^"\\])+")\]|(?<field>[a-z_.]+))(?<operator>>=|<=|[:~<>])(?<value>'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|[\w.\-]+)""", RegexOptions.ExplicitCapture)]
    private static partial Regex ClausePattern();

    [GeneratedRegex(@"\\(.)", RegexOptions.Singleline)]
    private static partial Regex Escape();

    private sealed record Clause(string Field, string Operator, string Value, bool IsNegated)
    {
        internal bool Matches(StripeItem item) => Holds(item) != IsNegated;

        private bool Holds(StripeItem item)
        {
            var node = Field.StartsWith("metadata[", StringComparison.Ordinal)
                ? item.Body["metadata"]?[Field[9..^1]]
                : Field.Split('.').Aggregate((JsonNode?)item.Body, static (at, step) => (at as JsonObject)?[step]);
            var text = node.Text();
            return Operator switch
            {
                ":" => Value == "null" ? node is null : text == Value,
                "~" => text.Contains(Value, StringComparison.OrdinalIgnoreCase),
                _ => node?.GetValueKind() == JsonValueKind.Number
                    && long.TryParse(Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var bound) && Compare((long)node, bound),
            };
        }

        private bool Compare(long number, long bound) => Operator switch
        {
            ">" => number > bound,
            ">=" => number >= bound,
            "<" => number < bound,
            _ => number <= bound,
        };
    }
}
