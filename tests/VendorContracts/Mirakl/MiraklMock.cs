using Xunit;

namespace Commerce.VendorContracts.Mirakl;

/// <summary>One Prism for all Mirakl tests, started when the first of them asks for it.</summary>
public sealed class MiraklMock : IAsyncLifetime
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
        _file ??= await MiraklMessageContract.WriteAsync();
        _mock ??= await PrismMock.StartAsync(_file);
        return _mock.Address;
    }
}
