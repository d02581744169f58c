using Xunit;

namespace Commerce.Integration.Workflows;

/// <summary>Runs the workflow checks one after the other: they share their hosts, and faults of the sandbox hit whoever comes next.</summary>
[CollectionDefinition(Name)]
public sealed class WorkflowCollection
{
    internal const string Name = "Workflows";
}
