namespace Commerce.VendorContracts.Examples;

/// <summary>Something in a vendor's material that we set aside on purpose.</summary>
/// <param name="Path">A value's path; <c>.**</c> at its end covers all below, <c>**.</c> at its start any place.</param>
/// <param name="Reason">Why.</param>
internal sealed record Waiver(string Path, string Reason)
{
    /// <summary>Sets several values aside for one reason.</summary>
    internal static Waiver[] Waive(string reason, params string[] paths) => [.. paths.Select(path => new Waiver(path, reason))];

    internal bool Covers(string path) =>
        Path.StartsWith("**.", StringComparison.Ordinal)
            ? path == Path[3..] || path.EndsWith(Path[2..], StringComparison.Ordinal) || (Path.EndsWith(".**", StringComparison.Ordinal) && ("." + path).Contains(Path[2..^2], StringComparison.Ordinal))
            : Path.EndsWith(".**", StringComparison.Ordinal)
                ? path.StartsWith(Path[..^2], StringComparison.Ordinal)
                : path == Path;
}
