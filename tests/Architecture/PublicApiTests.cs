using System.Reflection;
using Xunit;

namespace Commerce.Architecture;

/// <summary>
/// The public surface of each package is written down in its PublicApi.txt, so that a change of it is seen in review.
/// Set COMMERCE_ACCEPT_API=1 to write the files anew.
/// </summary>
public sealed class PublicApiTests
{
    public static TheoryData<string> Projects => [.. Repository.SourceProjects.Select(project => Path.GetRelativePath(Repository.Root, project))];

    [Theory]
    [MemberData(nameof(Projects))]
    public void Public_surface_is_what_was_written_down(string project)
    {
        var file = Path.Combine(Repository.Root, Path.GetDirectoryName(project)!, "PublicApi.txt");
        var actual = Repository.Load(project).GetExportedTypes()
            .OrderBy(type => type.FullName, StringComparer.Ordinal)
            .SelectMany(Lines)
            .Distinct()
            .ToArray();
        if (Environment.GetEnvironmentVariable("COMMERCE_ACCEPT_API") == "1")
        {
            File.WriteAllLines(file, actual);
        }

        var expected = File.ReadAllLines(file);
        Assert.True(
            expected.SequenceEqual(actual),
            $"{file} differs. New: {string.Join(", ", actual.Except(expected).Take(10))}. Gone: {string.Join(", ", expected.Except(actual).Take(10))}. Meant? Set COMMERCE_ACCEPT_API=1.");
    }

    private static IEnumerable<string> Lines(Type type)
    {
        yield return $"{Kind(type)} {Name(type)}";
        const BindingFlags Own = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        var lines = type.GetMembers(Own).Where(IsVisible).Select(member => member switch
        {
            ConstructorInfo constructor => $"  new({Parameters(constructor)})",
            MethodInfo { IsSpecialName: false } method => $"  {(method.IsStatic ? "static " : "")}{Name(method.ReturnType)} {method.Name}{Generics(method)}({Parameters(method)})",
            PropertyInfo property => $"  {Name(property.PropertyType)} {property.Name} {{ {(property.GetMethod is { IsPublic: true } ? "get; " : "")}{(property.SetMethod is { IsPublic: true } ? "set; " : "")}}}",
            FieldInfo { IsSpecialName: false } field => $"  {Name(field.FieldType)} {field.Name}",
            EventInfo raised => $"  event {raised.Name}",
            _ => "",
        });
        foreach (var line in lines.Where(line => line.Length > 0).Order(StringComparer.Ordinal))
        {
            yield return $"{Name(type)}{line}";
        }
    }

    private static bool IsVisible(MemberInfo member) => !member.Name.StartsWith('<') && member switch
    {
        MethodBase method => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly,
        FieldInfo field => field.IsPublic || field.IsFamily,
        PropertyInfo property => property.GetAccessors(nonPublic: false).Length > 0 || property.GetAccessors(nonPublic: true).Any(accessor => accessor.IsFamily),
        EventInfo => true,
        _ => false,
    };

    private static string Kind(Type type) => type switch
    {
        { IsInterface: true } => "interface",
        { IsEnum: true } => "enum",
        { IsValueType: true } => "struct",
        { IsAbstract: true, IsSealed: true } => "static class",
        { IsAbstract: true } => "abstract class",
        _ => "class",
    };

    private static string Parameters(MethodBase method) =>
        string.Join(", ", method.GetParameters().Select(parameter => $"{Name(parameter.ParameterType)} {parameter.Name}{(parameter.IsOptional ? "?" : "")}"));

    private static string Generics(MethodInfo method) =>
        method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(argument => argument.Name))}>" : "";

    private static string Name(Type type)
    {
        if (type.IsGenericParameter)
        {
            return type.Name;
        }

        if (type.IsArray)
        {
            return $"{Name(type.GetElementType()!)}[]";
        }

        var name = type.FullName?.Split('[')[0] ?? $"{type.Namespace}.{type.Name}";
        return type.IsGenericType ? $"{name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>" : name;
    }
}
