namespace Commerce.Agents.Entities;

internal static class EntityErrors
{
    internal static CommerceException Exists(Type type, Guid id) =>
        new(CommerceErrorKind.Conflict, $"The {type.Name} {id} exists already.") { Field = "Id" };

    internal static CommerceException NoId(Type type) =>
        new(CommerceErrorKind.Invalid, $"The {type.Name} has an empty id: give it one, for example by context.NewId().") { Field = "Id" };

    internal static CommerceException Missing(Type type, Guid id) =>
        new(CommerceErrorKind.NotFound, $"There is no {type.Name} {id}.") { Field = "Id" };

    internal static CommerceException Stale(Type type, Guid id) =>
        new(CommerceErrorKind.Conflict, $"The {type.Name} {id} was changed meanwhile: read it again.") { Field = "Version" };
}
