using System.Reflection;

namespace Commerce.Tests.Support;

/// <summary>The working tree that the tests were built from.</summary>
public static class Repository
{
    /// <summary>Gets its root folder.</summary>
    public static string Root { get; } = typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "RepositoryRoot").Value!;

    /// <summary>Gets a path inside it.</summary>
    /// <param name="parts">Folders and file.</param>
    /// <returns>The whole path.</returns>
    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);
}
