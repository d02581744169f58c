namespace Commerce.Carriers.Packing;

/// <summary>Where a piece lies, in millimetres from a lower corner of the carton.</summary>
/// <param name="Item">The item.</param>
/// <param name="X">Along the carton's length.</param>
/// <param name="Y">Along its width.</param>
/// <param name="Z">Above its floor.</param>
/// <param name="Length">The extent along the carton's length.</param>
/// <param name="Width">The extent along its width.</param>
/// <param name="Height">The extent upwards.</param>
public sealed record Placement(PackItem Item, int X, int Y, int Z, int Length, int Width, int Height);
