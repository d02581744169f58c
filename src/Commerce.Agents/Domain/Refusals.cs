namespace Commerce.Agents.Domain;

/// <summary>Collects every objection to a command.</summary>
internal sealed class Refusals
{
    private readonly List<Refusal> _list = [];

    internal bool Any => _list.Count > 0;

    internal IReadOnlyList<Refusal> List => _list;

    /// <summary>Says that a value is not acceptable.</summary>
    internal static Refusal Invalid(string field, string text) => new(RefusalCode.Validation, text) { Field = field };

    internal static bool IsText(string? text, int max) => !string.IsNullOrWhiteSpace(text) && text.Length <= max;

    internal void Add(Refusal refusal) => _list.Add(refusal);

    internal void AddRange(IEnumerable<Refusal> refusals) => _list.AddRange(refusals);

    internal void Add(RefusalCode code, string field, string text) => _list.Add(new Refusal(code, text) { Field = field });

    internal void Require(bool holds, string field, string text)
    {
        if (!holds)
        {
            _list.Add(Invalid(field, text));
        }
    }

    /// <summary>Requires a text of 1 to so many characters, not only blanks.</summary>
    internal void RequireText(string? text, int max, string field) =>
        Require(IsText(text, max), field, $"{field} has {text?.Length ?? 0} characters: give 1 to {max}.");

    internal Answer Answer(string id) => new(id, _list);
}
