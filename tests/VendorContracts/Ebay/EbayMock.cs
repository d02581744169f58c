using Xunit;

namespace Commerce.VendorContracts.Ebay;

/// <summary>One Prism for all of eBay's contracts, started when the first test asks for it.</summary>
public sealed class EbayMock : IAsyncLifetime
{
    private string? _file;
    private PrismMock? _mock;

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        if (_mock is not null)
        {
            await _mock.DisposeAsync();
        }

        if (_file is not null)
        {
            File.Delete(_file);
        }
    }

    internal async Task<Uri> AddressAsync()
    {
        _file ??= EbayContract.Write();
        _mock ??= await PrismMock.StartAsync(_file);
        return _mock.Address;
    }
}
