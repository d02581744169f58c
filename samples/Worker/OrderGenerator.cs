using Commerce.Agents;
using Commerce.Samples.Worker.Shop;
using Microsoft.Extensions.Options;

namespace Commerce.Samples.Worker;

/// <summary>Makes orders up, if it is told to.</summary>
internal sealed class OrderGenerator(IMessagePublisher publisher, IOptions<WorkerOptions> options, TimeProvider clock)
    : BackgroundService
{
    private static readonly (Sku Sku, decimal Price)[] Goods =
        [(new Sku("LAMP-1"), 29.90m), (new Sku("VASE-1"), 49.99m), (new Sku("CHAIR-1"), 119.95m), (new Sku("CLOCK-1"), 18.49m)];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (options.Value.Rate == 0)
        {
            return;
        }

        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1d / options.Value.Rate), clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            var (sku, price) = Goods[Random.Shared.Next(Goods.Length)];
            var quantity = Random.Shared.Next(1, 4);
            var id = Guid.CreateVersion7(clock.GetUtcNow());
            await PlaceAsync(new PlaceOrder($"order-{id:N}", sku, quantity, Money.Eur(price * quantity)), id, stoppingToken);
        }
    }

    /// <summary>Sends until it is stored: the id makes repetitions harmless.</summary>
    private async Task PlaceAsync(PlaceOrder order, Guid id, CancellationToken stoppingToken)
    {
        while (true)
        {
            try
            {
                await publisher.SendAsync(order, new PublishOptions { MessageId = id }, stoppingToken);
                return;
            }
            catch (CommerceException exception) when (exception.IsTransient)
            {
                Console.WriteLine($"{order.OrderId} is not stored yet: {exception.Message}");
                await Task.Delay(TimeSpan.FromSeconds(1), clock, stoppingToken);
            }
        }
    }
}
