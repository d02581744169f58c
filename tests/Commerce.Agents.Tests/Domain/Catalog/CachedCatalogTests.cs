using System.Diagnostics;
using Commerce.Agents.Domain.Catalog;
using Commerce.Agents.Entities;
using Commerce.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Xunit;
using static Commerce.Agents.Tests.Domain.Catalog.ProductDesk;

namespace Commerce.Agents.Tests.Domain.Catalog;

/// <summary>The catalogue that orders and marketplaces look products up in.</summary>
public sealed class CachedCatalogTests
{
    [Fact]
    public async Task The_process_that_handles_a_change_knows_it_at_once()
    {
        await using var host = await StartAsync();
        var catalogue = host.Services.GetRequiredService<IProductCatalog>();
        await host.ActiveAsync();
        var sold = catalogue.Find(Lamp)!;
        Assert.Equal(("Lamp", Money.Eur(100), Money.Eur(60), "Home"), (sold.Title, sold.Price, sold.Cost, sold.Category));

        await host.AskAsync<ProductAnswer>(new UpdateProduct(Lamp, Content with { Price = Money.Eur(90) }, Author));
        await host.SettleAsync();
        Assert.Equal(Money.Eur(90), catalogue.Find(Lamp)!.Price);

        await host.DoneAsync(new DiscontinueProduct(Lamp, Author));
        await host.SettleAsync();
        Assert.Null(catalogue.Find(Lamp));
    }

    [Fact]
    public async Task Another_process_knows_changes_after_its_next_reading()
    {
        await using var host = await StartAsync();
        var other = new CachedProductCatalog(host.Repository<Product>(), host.Repository<Variant>(), host.Clock);
        await host.ActiveAsync();
        await other.RefreshAsync();
        Assert.Equal(Money.Eur(100), other.Find(Lamp)!.Price);

        await host.AdvanceAsync(TimeSpan.FromDays(1));
        await other.RefreshAsync();
        await host.AskAsync<ProductAnswer>(new UpdateProduct(Lamp, Content with { Price = Money.Eur(90) }, Author));
        Assert.Equal(Money.Eur(100), other.Find(Lamp)!.Price);
        await other.RefreshAsync();
        Assert.Equal(Money.Eur(90), other.Find(Lamp)!.Price);

        await host.DoneAsync(new DiscontinueProduct(Lamp, Author));
        await other.RefreshAsync();
        Assert.Null(other.Find(Lamp));
    }

    [Fact]
    public async Task What_is_not_loaded_is_not_called_unknown()
    {
        await using var host = await StartAsync();
        Assert.True(Assert.Throws<CommerceException>(() => host.Catalogue().Find(Lamp)).IsTransient);

        await host.Catalogue().RefreshAsync();

        Assert.Null(host.Catalogue().Find(Lamp));
    }

    [Fact]
    public async Task A_hosts_start_loads_the_catalogue_and_wrong_settings_stop_it()
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Services.AddCommerceAgents(agents => agents.AddCatalog(options =>
            (options.FirstProducts, options.MaxPriceStep, options.MaxImportRows, options.MaxVariants, options.RefreshInterval) = (-1, 2, 0, 0, TimeSpan.Zero)));
        using var host = builder.Build();

        var exception = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync());

        string[] expected = ["FirstProducts", "MaxPriceStep", "MaxImportRows", "MaxVariants", "RefreshInterval"];
        Assert.Equal(expected, exception.Failures.Select(failure => failure.Split(' ')[0]));
    }

    [Fact]
    public async Task A_host_reads_the_catalogue_when_it_starts()
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Services.AddCommerceAgents(agents => agents.AddCatalog());
        using var host = builder.Build();
        await host.StartAsync();

        var catalogue = host.Services.GetRequiredService<IProductCatalog>();
        Assert.Null(catalogue.Find(Lamp));
        await host.StopAsync();
    }

    [Fact]
    public async Task A_host_reads_what_another_process_changed_again_and_again()
    {
        var clock = new FakeClock();
        var builder = Host.CreateApplicationBuilder();
        builder.Services.AddSingleton<TimeProvider>(clock);
        builder.Services.AddCommerceAgents(agents => agents.AddCatalog());
        using var host = builder.Build();
        await host.StartAsync();
        var catalogue = host.Services.GetRequiredService<IProductCatalog>();

        // Written without any message, so that no agent hears of it.
        await host.Services.GetRequiredService<IRepository<Product>>().PutAsync(
            new Product { Id = Product.IdOf(Lamp), Sku = Lamp, Content = Content, Status = ProductStatus.Active, Version = 1, ChangedAt = clock.GetUtcNow() });
        Assert.Null(catalogue.Find(Lamp));
        for (var started = Stopwatch.GetTimestamp(); catalogue.Find(Lamp) is null && Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(30);)
        {
            clock.AdvanceTo(clock.GetUtcNow() + TimeSpan.FromSeconds(10));
            await Task.Yield();
        }

        Assert.Equal("Lamp", catalogue.Find(Lamp)!.Title);
        await host.StopAsync();
    }
}
