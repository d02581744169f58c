using System.Reflection;
using Xunit.Sdk;

namespace Commerce.Integration.Workflows;

/// <summary>Runs a check on every backend.</summary>
internal sealed class EachBackendAttribute : DataAttribute
{
    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => Enum.GetValues<Backend>().Select(static backend => new object[] { backend });
}
