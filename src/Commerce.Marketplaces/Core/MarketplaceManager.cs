using Commerce.Carriers;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Commerce.Marketplaces;

/// <summary>All marketplace accounts as one. Safe for many threads.</summary>
public sealed class MarketplaceManager
{
    private readonly Dictionary<string, IMarketplaceClient> _accounts;
    private readonly MarketplaceManagerOptions _options;
    private readonly TimeProvider _clock;
    private readonly ILogger<MarketplaceManager> _logger;

    /// <summary>Creates a manager; hosts call <c>AddMarketplaceManager</c> instead.</summary>
    /// <param name="accounts">The accounts.</param>
    /// <param name="options">Deadlines and carriers.</param>
    /// <param name="clock">Tells the time.</param>
    /// <param name="logger">Takes what is unexpected.</param>
    /// <exception cref="ArgumentException">Two accounts have one name.</exception>
    public MarketplaceManager(
        IEnumerable<IMarketplaceClient> accounts, IOptions<MarketplaceManagerOptions> options, TimeProvider clock, ILogger<MarketplaceManager> logger)
    {
        ArgumentNullException.ThrowIfNull(accounts);
        ArgumentNullException.ThrowIfNull(options);
        _accounts = new Dictionary<string, IMarketplaceClient>(StringComparer.Ordinal);
        foreach (var account in accounts)
        {
            if (!_accounts.TryAdd(account.Account, account))
            {
                throw new ArgumentException($"Two marketplace accounts are named {account.Account}: give each a name of its own.", nameof(accounts));
            }
        }

        (_options, _clock, _logger) = (options.Value, clock, logger);
    }

    /// <summary>Gets the accounts.</summary>
    public IReadOnlyCollection<IMarketplaceClient> Accounts => _accounts.Values;

    /// <summary>Gets one account.</summary>
    /// <param name="account">The name under which it was registered.</param>
    /// <returns>The account.</returns>
    /// <exception cref="KeyNotFoundException">No account has that name.</exception>
    public IMarketplaceClient Get(string account)
    {
        ArgumentNullException.ThrowIfNull(account);
        return _accounts.TryGetValue(account, out var client)
            ? client
            : throw new KeyNotFoundException($"No marketplace account is named {account}: register it, or take one of {string.Join(", ", _accounts.Keys)}.");
    }

    /// <summary>Makes a parcel in an account's own words for the carrier.</summary>
    /// <param name="account">The account.</param>
    /// <param name="carrier">The carrier.</param>
    /// <param name="trackingNumber">The tracking number.</param>
    /// <param name="lines">What is inside; everything that is left when not given.</param>
    /// <returns>The parcel.</returns>
    /// <exception cref="KeyNotFoundException">No account has that name.</exception>
    public MarketplaceParcel Parcel(string account, CarrierCode carrier, TrackingNumber trackingNumber, IReadOnlyList<ParcelLine>? lines = null) => new()
    {
        TrackingNumber = trackingNumber.Value,
        CarrierCode = _options.CarrierCodes.Find(Get(account), carrier),
        CarrierName = CarrierCodes.NameOf(carrier),
        Lines = lines ?? [],
    };

    /// <summary>Lists the conversations of every account that has them.</summary>
    /// <param name="query">Which ones.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The conversations, those that must be answered first at the top.</returns>
    public Task<AccountItems<MessageThread>> ListThreadsAsync(ThreadQuery query, CancellationToken cancellationToken = default) => AskAllAsync(
        MarketplaceFeature.Messages,
        client => (client as IMessagingClient)?.ListThreads(query),
        static (thread, time) => thread.AnswerBy ?? thread.AnswerDueSince + time,
        cancellationToken);

    /// <summary>Lists the returns of every account that has them.</summary>
    /// <param name="query">Which ones.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The returns, those that must be decided first at the top.</returns>
    public Task<AccountItems<MarketplaceReturn>> ListReturnsAsync(ReturnQuery query, CancellationToken cancellationToken = default) => AskAllAsync(
        MarketplaceFeature.Returns,
        client => (client as IReturnsClient)?.ListReturns(query),
        static (item, _) => item.AnswerBy,
        cancellationToken);

    /// <summary>Lists the buyers' requests to cancel of every account that has them.</summary>
    /// <param name="query">Which ones.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The requests, those that must be answered first at the top.</returns>
    public Task<AccountItems<CancellationRequest>> ListCancellationRequestsAsync(
        CancellationRequestQuery query, CancellationToken cancellationToken = default) => AskAllAsync(
        MarketplaceFeature.CancellationRequests,
        client => (client as ICancellationRequests)?.ListCancellationRequests(query),
        static (item, _) => item.IsOpen ? item.AnswerBy : null,
        cancellationToken);

    private async Task<AccountItems<T>> AskAllAsync<T>(
        MarketplaceFeature feature,
        Func<IMarketplaceClient, Paged<T>?> list,
        Func<T, TimeSpan?, DateTimeOffset?> answerBy,
        CancellationToken cancellationToken)
        where T : class
    {
        var answers = await Task.WhenAll(_accounts.Values.Select(client => AskAsync(client, feature, list(client), answerBy, cancellationToken))).ConfigureAwait(false);
        return new AccountItems<T>(
            [.. answers.SelectMany(static answer => answer.Items).OrderBy(static item => item.AnswerBy ?? DateTimeOffset.MaxValue)],
            [.. answers.Select(static answer => answer.Failure).OfType<AccountFailure>()]);
    }

    private async Task<(IReadOnlyList<AccountItem<T>> Items, AccountFailure? Failure)> AskAsync<T>(
        IMarketplaceClient client,
        MarketplaceFeature feature,
        Paged<T>? list,
        Func<T, TimeSpan?, DateTimeOffset?> answerBy,
        CancellationToken cancellationToken)
        where T : class
    {
        var items = new List<AccountItem<T>>();
        if (list is null)
        {
            return (items, new AccountFailure(client.Account, client.Capabilities.Supports(feature).Reason ?? $"It has no {feature}."));
        }

        TimeSpan? time = _options.AnswerTimes.TryGetValue(client.Account, out var known) ? known : null;
        using var deadline = new CancellationTokenSource(_options.Deadline, _clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        try
        {
            await foreach (var item in list.WithCancellation(either.Token).ConfigureAwait(false))
            {
                items.Add(new AccountItem<T>(client.Account, client.Marketplace, item, answerBy(item, time)));
            }

            return (items, null);
        }
        catch (CommerceException exception)
        {
            return (items, new AccountFailure(client.Account, exception.Message, exception.Kind));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return (items, new AccountFailure(
                client.Account, $"It was not ready within {_options.Deadline.TotalSeconds:0.#} s: ask for less, or raise Deadline.", CommerceErrorKind.Unavailable));
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            MarketplaceLog.UnexpectedFailure(_logger, client.Account, exception.GetType().Name, exception.StackTrace);
            return (items, new AccountFailure(client.Account, $"It failed unexpectedly with {exception.GetType().Name}: look into the log.", CommerceErrorKind.Protocol));
        }
    }
}
