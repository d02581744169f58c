using System.Reflection;
using Commerce.Carriers;
using Xunit.Sdk;

namespace Commerce.Integration.Workflows;

/// <summary>Runs a check with each of the six carriers, on every backend.</summary>
internal sealed class EachCarrierAttribute : DataAttribute
{
    private static readonly CarrierCode[] Carriers =
        [CarrierCode.Colissimo, CarrierCode.Chronopost, CarrierCode.Dpd, CarrierCode.ColisPrive, CarrierCode.Ups, CarrierCode.FedEx];

    public override IEnumerable<object[]> GetData(MethodInfo testMethod) =>
        Carriers.SelectMany(static carrier => Enum.GetValues<Backend>(), static (carrier, backend) => new object[] { carrier.Value, backend });
}
