using Commerce.Agents.Domain;
using Commerce.Agents.Domain.Catalog;
using Commerce.Agents.Domain.Payments;
using Commerce.Agents.Entities;
using Commerce.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Commerce.Agents.Tests.Domain.Catalog;

/// <summary>What the tests of the catalogue share.</summary>
internal static class ProductDesk
{
    internal const string Author = "ann";

    internal static readonly Sku Lamp = new("LAMP-1");

    internal static readonly ProductContent Content = new()
    {
        Name = "Lamp",
        Price = Money.Eur(100),
        Cost = Money.Eur(60),
        Weight = Weight.FromKilograms(1.2m),
        Category = "Home",
        Brand = "Nord",
        TaxClass = TaxClass.Standard,
    };

    internal static readonly Uri Picture = new("https://example.com/lamp.jpg");

    /// <summary>A catalogue that puts products on sale by themselves, unless told otherwise.</summary>
    internal static Task<AgentTestHost> StartAsync(int firstProducts = 0) =>
        AgentTestHost.StartAsync(agents => agents.AddCatalog(options => options.FirstProducts = firstProducts));

    internal static IRepository<T> Repository<T>(this AgentTestHost host)
        where T : class, IEntity => host.Services.GetRequiredService<IRepository<T>>();

    internal static CachedProductCatalog Catalogue(this AgentTestHost host) => host.Services.GetRequiredService<CachedProductCatalog>();

    internal static async Task DoneAsync(this AgentTestHost host, IMessage command)
    {
        var answer = await host.AskAsync<Answer>(command);
        if (answer.Refusals.Count > 0)
        {
            throw new InvalidOperationException(answer.Refusals[0].Message);
        }
    }

    internal static async Task<Product> ProductAsync(this AgentTestHost host, Sku? sku = null) =>
        (await host.AskAsync<ProductAnswer>(new GetProduct(sku ?? Lamp))).Product!;

    internal static async Task DraftAsync(this AgentTestHost host, ProductContent? content = null, Sku? sku = null)
    {
        await host.DoneAsync(new CreateProduct(sku ?? Lamp, content ?? Content, Author));
        await host.DoneAsync(new AddMedia(sku ?? Lamp, ProductMediaKind.Image, Picture, Author));
    }

    internal static async Task ActiveAsync(this AgentTestHost host, ProductContent? content = null, Sku? sku = null)
    {
        await host.DraftAsync(content, sku);
        await host.DoneAsync(new ActivateProduct(sku ?? Lamp, Author));
        await host.SettleAsync();
    }
}
