using System.Runtime.InteropServices;

namespace Commerce.Carriers.Packing;

/// <summary>The largest empty cuboids of a carton (maximal empty spaces); they overlap each other.</summary>
internal sealed class FreeSpaces
{
    private readonly List<Box> _spaces = [];
    private readonly List<Box> _cut = [];

    internal ReadOnlySpan<Box> All => CollectionsMarshal.AsSpan(_spaces);

    internal void Reset(in Box carton)
    {
        _spaces.Clear();
        _spaces.Add(carton);
    }

    /// <summary>Takes a box out of every space; spaces smaller than any piece that is left are dropped.</summary>
    internal void Take(in Box box, int smallestSide)
    {
        _cut.Clear();
        var kept = 0;
        for (var i = 0; i < _spaces.Count; i++)
        {
            var space = _spaces[i];
            if (!space.Overlaps(box))
            {
                _spaces[kept++] = space;
                continue;
            }

            Add(space with { EndX = box.X }, smallestSide);
            Add(space with { X = box.EndX }, smallestSide);
            Add(space with { EndY = box.Y }, smallestSide);
            Add(space with { Y = box.EndY }, smallestSide);
            Add(space with { EndZ = box.Z }, smallestSide);
            Add(space with { Z = box.EndZ }, smallestSide);
        }

        _spaces.RemoveRange(kept, _spaces.Count - kept);
        foreach (var part in _cut)
        {
            if (!IsHeld(part))
            {
                _spaces.Add(part);
            }
        }
    }

    private void Add(in Box part, int smallestSide)
    {
        if (part.Length >= smallestSide && part.Width >= smallestSide && part.Height >= smallestSide)
        {
            _cut.Add(part);
        }
    }

    // Whole spaces cannot be held by a part, which lies in a space that was not held by them.
    private bool IsHeld(in Box part)
    {
        foreach (ref readonly var space in All)
        {
            if (space.Holds(part))
            {
                return true;
            }
        }

        foreach (ref readonly var other in CollectionsMarshal.AsSpan(_cut))
        {
            if (other.Holds(part) && other != part)
            {
                return true;
            }
        }

        return false;
    }
}
