using Commerce.Agents.Entities;
using Commerce.Testing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Commerce.Agents.Tests.Runtime;

/// <summary>What a query may say.</summary>
public sealed class EntityQueryTests
{
    [Fact]
    public async Task A_list_of_enums_is_searched_like_any_other()
    {
        await using var host = await AgentTestHost.StartAsync(agents => agents.AddEntity<Parcel>());
        var parcels = host.Services.GetRequiredService<IRepository<Parcel>>();
        var sizes = new[] { ParcelSize.Small, ParcelSize.Large };
        foreach (var size in Enum.GetValues<ParcelSize>())
        {
            await parcels.CreateAsync(new Parcel { Id = Guid.CreateVersion7(), Size = size });
        }

        var found = await parcels.ListAsync(new EntityQuery<Parcel> { Where = parcel => sizes.Contains(parcel.Size), OrderBy = parcel => parcel.Id });

        Assert.Equal(sizes, found.Items.Select(parcel => parcel.Size));
        Assert.Equal(1, await parcels.CountAsync(parcel => !sizes.Contains(parcel.Size)));
    }

    private sealed record Parcel : IEntity
    {
        public required Guid Id { get; init; }

        public ParcelSize Size { get; init; }
    }

    private enum ParcelSize
    {
        Small,
        Middle,
        Large,
    }
}
