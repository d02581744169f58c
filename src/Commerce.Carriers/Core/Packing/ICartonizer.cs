namespace Commerce.Carriers.Packing;

/// <summary>Puts items into the user's cartons.</summary>
public interface ICartonizer
{
    /// <summary>Packs everything into as few and as small cartons as it finds. The same input gives the same packing.</summary>
    /// <param name="items">The items: at most 1 000 pieces.</param>
    /// <param name="cartons">The kinds of cartons, each as often as needed.</param>
    /// <returns>The cartons with every piece in exactly one; or a refusal that names the item that fits into none.</returns>
    Outcome<IReadOnlyList<PackedCarton>> Pack(IReadOnlyList<PackItem> items, IReadOnlyList<Carton> cartons);
}
