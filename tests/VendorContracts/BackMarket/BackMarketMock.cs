using Xunit;

namespace Commerce.VendorContracts.BackMarket;

/// <summary>One Prism for all Back Market tests, started when the first of them asks for it.</summary>
public sealed class BackMarketMock : IAsyncLifetime
{
    private readonly string _file = Path.Combine(Path.GetTempPath(), $"backmarket-{Guid.NewGuid():N}.yml");
    private PrismMock? _mock;

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        if (_mock is not null)
        {
            await _mock.DisposeAsync();
        }

        File.Delete(_file);
    }

    internal async Task<Uri> AddressAsync()
    {
        if (_mock is null)
        {
            // The contract requires a member "id" of an update, which it does not have: it means order_id.
            var contract = await File.ReadAllTextAsync(VendorSpecs.PathOf("marketplaces", "backmarket", "back-market-openapi-0.1.1.yml"));
            var lines = contract.ReplaceLineEndings("\n").Split('\n');
            var at = Array.FindIndex(lines, line => line.Trim() == "- new_state") - 1;
            Assert.Equal("- id", lines[at].Trim());
            lines[at] = lines[at].Replace("- id", "- order_id", StringComparison.Ordinal);
            await File.WriteAllTextAsync(_file, string.Join('\n', lines));
            _mock = await PrismMock.StartAsync(_file);
        }

        return _mock.Address;
    }
}
