using Commerce.Marketplaces.Sync;
using Commerce.Tests.Support.Crashes;

namespace Commerce.Marketplaces.Tests.Sync;

/// <summary>A store whose process may die before or after each writing; what was written stays.</summary>
internal sealed class MortalStore(IOrderSyncStore inner, Killer killer) : IOrderSyncStore
{
    public ValueTask<SyncCursor?> FindCursorAsync(string account, CancellationToken cancellationToken = default) => inner.FindCursorAsync(account, cancellationToken);

    public ValueTask<PageImport> SaveAsync(OrderPage page, CancellationToken cancellationToken = default) =>
        killer.AroundAsync("page", () => inner.SaveAsync(page, cancellationToken));

    public ValueTask<IReadOnlyList<SyncedOrder>> ListWaitingAsync(string account, DateTimeOffset dueBy, int count, CancellationToken cancellationToken = default) =>
        inner.ListWaitingAsync(account, dueBy, count, cancellationToken);

    public ValueTask<int> CountWaitingAsync(string account, CancellationToken cancellationToken = default) => inner.CountWaitingAsync(account, cancellationToken);

    public async ValueTask CompleteAsync(SyncedOrder order, OrderAction? action, CancellationToken cancellationToken = default) => await killer.AroundAsync("handled", async () =>
    {
        await inner.CompleteAsync(order, action, cancellationToken);
        return true;
    });

    public async ValueTask PutOffAsync(SyncedOrder order, DateTimeOffset until, CancellationToken cancellationToken = default) => await killer.AroundAsync("put off", async () =>
    {
        await inner.PutOffAsync(order, until, cancellationToken);
        return true;
    });

    public ValueTask<IReadOnlyList<OrderAction>> ListActionsAsync(string account, DateTimeOffset dueBy, int count, CancellationToken cancellationToken = default) =>
        inner.ListActionsAsync(account, dueBy, count, cancellationToken);

    public ValueTask<OrderAction?> FindActionAsync(string account, MarketplaceOrderId orderId, string name, CancellationToken cancellationToken = default) =>
        inner.FindActionAsync(account, orderId, name, cancellationToken);

    public ValueTask<bool> TrySaveActionAsync(OrderAction action, CancellationToken cancellationToken = default) =>
        killer.AroundAsync(action.State.ToString(), () => inner.TrySaveActionAsync(action, cancellationToken));
}
