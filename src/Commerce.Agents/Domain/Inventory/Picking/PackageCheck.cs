using Commerce.Agents.Domain.Orders;
using Commerce.Carriers;

namespace Commerce.Agents.Domain.Inventory;

/// <summary>Checks packages that somebody weighed and measured against what is in them. A pure function.</summary>
internal static class PackageCheck
{
    private const int MaxPackages = 100;

    internal static void Check(IReadOnlyList<Parcel> packages, IReadOnlyList<OrderLine> lines, Refusals refusals)
    {
        refusals.Require(packages.Count is >= 1 and <= MaxPackages, "Packages", $"There are {packages.Count} packages: give 1 to {MaxPackages}.");
        var heaviest = lines.Max(static line => line.UnitWeight) + Packing.Tare;
        var most = heaviest > Packing.MaxPackage ? heaviest : Packing.MaxPackage;
        for (var i = 0; i < packages.Count; i++)
        {
            var package = packages[i];
            refusals.Require(package.Weight <= most, $"Packages[{i}].Weight", $"Weight is {package.Weight}: pack {most} at most into one.");
            refusals.Require(package.Dimensions is not null, $"Packages[{i}].Dimensions", "Dimensions is missing: measure the package.");
        }

        var goods = lines.Sum(static line => line.UnitWeight.Grams * line.Quantity);
        var weighed = packages.Sum(static package => package.Weight.Grams);
        refusals.Require(weighed >= goods, "Packages", $"The packages weigh {Weight.FromGrams(weighed)} and the goods {Weight.FromGrams(goods)}: weigh them again.");
    }
}
