using System.Text.Json.Serialization;

namespace Commerce.Carriers;

/// <summary>Who pays transport, duties and taxes across a border (Incoterms 2020).</summary>
/// <param name="Value">The word.</param>
[JsonConverter(typeof(ParsableJsonConverter<Incoterm>))]
public readonly record struct Incoterm(string Value) : IOpenEnum<Incoterm>
{
    /// <summary>Gets: delivered at place: the recipient pays duties and taxes.</summary>
    public static Incoterm Dap { get; } = new("DAP");

    /// <summary>Gets: delivered duty paid: the sender pays them.</summary>
    public static Incoterm Ddp { get; } = new("DDP");

    /// <summary>Gets: carriage paid to.</summary>
    public static Incoterm Cpt { get; } = new("CPT");

    /// <summary>Gets: carriage and insurance paid to.</summary>
    public static Incoterm Cip { get; } = new("CIP");

    /// <summary>Gets: ex works.</summary>
    public static Incoterm Exw { get; } = new("EXW");

    /// <summary>Gets: free carrier.</summary>
    public static Incoterm Fca { get; } = new("FCA");

    /// <inheritdoc/>
    public static Incoterm From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}
