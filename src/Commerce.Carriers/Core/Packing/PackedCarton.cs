namespace Commerce.Carriers.Packing;

/// <summary>A carton and what is in it.</summary>
/// <param name="Carton">The carton.</param>
/// <param name="Placements">Every piece with its place, in the order in which they are put in.</param>
public sealed record PackedCarton(Carton Carton, IReadOnlyList<Placement> Placements)
{
    /// <summary>Gets the weight with the box.</summary>
    public Weight Weight => Placements.Aggregate(Carton.Tare, static (sum, placement) => sum + placement.Item.Weight);

    /// <summary>Gets how much of the inside is filled: 0 to 1.</summary>
    public decimal Fill => Placements.Sum(static placement => (decimal)placement.Length * placement.Width * placement.Height)
        / ((decimal)Carton.Inside.LengthMm * Carton.Inside.WidthMm * Carton.Inside.HeightMm);

    /// <summary>Makes the parcel for a carrier.</summary>
    /// <param name="reference">The reference on its label.</param>
    /// <returns>The parcel, with weight and outer dimensions.</returns>
    public Parcel ToParcel(string? reference = null) =>
        new() { Weight = Weight, Dimensions = Carton.Outside ?? Carton.Inside, Reference = reference };
}
