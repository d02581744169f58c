namespace Commerce.Carriers.Packing;

/// <summary>A cuboid in a carton, in millimetres; its upper corner does not belong to it.</summary>
internal readonly record struct Box(int X, int Y, int Z, int EndX, int EndY, int EndZ)
{
    internal int Length => EndX - X;

    internal int Width => EndY - Y;

    internal int Height => EndZ - Z;

    internal static Box At(int x, int y, int z, int length, int width, int height) => new(x, y, z, x + length, y + width, z + height);

    internal bool Overlaps(in Box other) =>
        X < other.EndX && other.X < EndX && Y < other.EndY && other.Y < EndY && Z < other.EndZ && other.Z < EndZ;

    internal bool Holds(in Box other) =>
        X <= other.X && Y <= other.Y && Z <= other.Z && other.EndX <= EndX && other.EndY <= EndY && other.EndZ <= EndZ;
}
