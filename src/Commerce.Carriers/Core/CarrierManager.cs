using Commerce.Carriers.Tariffs;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Commerce.Carriers;

/// <summary>All carrier accounts as one: asks them for prices at once, and chooses. Safe for many threads.</summary>
public sealed class CarrierManager
{
    private readonly Dictionary<string, ICarrierClient> _carriers;
    private readonly TariffManager _tariffs;
    private readonly DeliveryHistory _deliveries;
    private readonly CarrierHealth _health;
    private readonly CarrierManagerOptions _options;
    private readonly TimeProvider _clock;
    private readonly ILogger<CarrierManager> _logger;

    /// <summary>Creates a manager; hosts call <c>AddCarrierManager</c> instead.</summary>
    /// <param name="carriers">The accounts.</param>
    /// <param name="tariffs">The price lists, for carriers without a rate API and for those that do not answer.</param>
    /// <param name="deliveries">What is known of punctuality.</param>
    /// <param name="health">Who fails.</param>
    /// <param name="options">The deadline and the weights.</param>
    /// <param name="clock">Tells the time.</param>
    /// <param name="logger">Takes what is unexpected.</param>
    /// <exception cref="ArgumentException">Two accounts have one name.</exception>
    public CarrierManager(
        IEnumerable<ICarrierClient> carriers,
        TariffManager tariffs,
        DeliveryHistory deliveries,
        CarrierHealth health,
        IOptions<CarrierManagerOptions> options,
        TimeProvider clock,
        ILogger<CarrierManager> logger)
    {
        ArgumentNullException.ThrowIfNull(carriers);
        ArgumentNullException.ThrowIfNull(options);
        _carriers = carriers.ToDictionary(static carrier => carrier.Account, StringComparer.Ordinal);
        (_tariffs, _deliveries, _health, _options, _clock, _logger) = (tariffs, deliveries, health, options.Value, clock, logger);
    }

    /// <summary>Gets the accounts.</summary>
    public IReadOnlyCollection<ICarrierClient> Carriers => _carriers.Values;

    /// <summary>Gets one account.</summary>
    /// <param name="account">The name under which it was registered.</param>
    /// <returns>The carrier.</returns>
    /// <exception cref="KeyNotFoundException">No account has that name.</exception>
    public ICarrierClient Get(string account)
    {
        ArgumentNullException.ThrowIfNull(account);
        return _carriers.TryGetValue(account, out var carrier)
            ? carrier
            : throw new KeyNotFoundException($"No carrier account is named {account}: register it, or take one of {string.Join(", ", _carriers.Keys)}.");
    }

    /// <summary>
    /// Asks every account for prices at once, each within the deadline; those without a rate API, and those that fail, are priced by their price list.
    /// </summary>
    /// <param name="request">The lane, the parcels and the options.</param>
    /// <param name="cancellationToken">Stops all calls.</param>
    /// <returns>All quotes, cheapest first, and what went wrong with whom. A carrier that fails never fails the call.</returns>
    public async Task<RateResult> QuoteAsync(RateRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var book = await _tariffs.GetBookAsync(cancellationToken).ConfigureAwait(false);
        var answers = _carriers.Values.Select(carrier => AskAsync(carrier, book, request, cancellationToken)).ToArray();
        var quotes = new List<RateQuote>();
        var messages = new List<CarrierMessage>();
        foreach (var answer in answers)
        {
            var (found, notes) = await answer.ConfigureAwait(false);
            quotes.AddRange(found);
            messages.AddRange(notes);
        }

        quotes.Sort(Compare);
        return new RateResult(quotes, messages);
    }

    /// <summary>Asks for prices and chooses.</summary>
    /// <param name="request">The lane, the parcels and the options.</param>
    /// <param name="requirements">What must hold beyond that.</param>
    /// <param name="cancellationToken">Stops all calls.</param>
    /// <returns>The decision, or a refusal that names every reason.</returns>
    public async Task<Outcome<CarrierDecision>> ChooseAsync(
        RateRequest request, SelectionRequirements requirements, CancellationToken cancellationToken = default) =>
        Choose(request, await QuoteAsync(request, cancellationToken).ConfigureAwait(false), requirements);

    /// <summary>Chooses among prices that are known.</summary>
    /// <param name="request">What the prices were asked for.</param>
    /// <param name="rates">The prices, and why some are missing.</param>
    /// <param name="requirements">What must hold beyond that.</param>
    /// <returns>The decision, or a refusal that names every reason.</returns>
    public Outcome<CarrierDecision> Choose(RateRequest request, RateResult rates, SelectionRequirements requirements)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(rates);
        ArgumentNullException.ThrowIfNull(requirements);
        var lane = new Lane(request.Sender.Address.Country, request.Recipient.Address.Country);
        var outcome = CarrierSelection.Choose(
            rates.Quotes,
            requirements with { Objection = quote => requirements.Objection(quote) ?? Objection(quote, request) },
            _options.Selection with { OnTime = quote => Estimate(quote, lane, requirements) });
        return outcome.TryGet(out _, out var refusal) || rates.Messages.Count == 0
            ? outcome
            : Outcome.Refused<CarrierDecision>(
                refusal!.Code, $"{refusal.Message} {string.Join(" ", rates.Messages.Select(static message => $"{message.Carrier}: {message.Message}"))}");
    }

    private static int Compare(RateQuote left, RateQuote right)
    {
        var order = string.CompareOrdinal(left.Price.Currency.Code, right.Price.Currency.Code);
        order = order != 0 ? order : left.Price.Amount.CompareTo(right.Price.Amount);
        return order != 0 ? order : string.CompareOrdinal(left.Account, right.Account);
    }

    private static RateQuote WithLevel(RateQuote quote, CarrierCapabilities capabilities) =>
        quote.Level is null ? quote with { Level = capabilities.Find(quote.Service)?.Level } : quote;

    private OnTimeEstimate Estimate(RateQuote quote, Lane lane, SelectionRequirements requirements)
    {
        var known = _deliveries.Estimate(quote.Carrier, quote.Service, quote.Level, lane);
        return requirements.Performance(quote) is { } measured
            ? known with { Deliveries = measured.Deliveries, OnTime = (int)Math.Round(measured.OnTimeRate * measured.Deliveries) }
            : known;
    }

    private string? Objection(RateQuote quote, RateRequest request)
    {
        if (_health.Objection(quote.Account) is { } unhealthy)
        {
            return unhealthy;
        }

        return _carriers.TryGetValue(quote.Account, out var carrier) && carrier.Capabilities.Check(request, quote.Service) is [var first, ..]
            ? first.Message
            : null;
    }

    private async Task<RateResult> AskAsync(ICarrierClient carrier, TariffBook book, RateRequest request, CancellationToken cancellationToken)
    {
        var support = carrier.Capabilities.Supports(CarrierFeature.Rates);
        if (carrier is not IRateProvider rates || !support.IsSupported)
        {
            return Listed(carrier, book, request)
                ?? Nothing(carrier, $"{support.Reason ?? "It tells no prices."} Activate a price list for the account {carrier.Account}.", null);
        }

        var (answer, failure, code) = await AskAsync(carrier, rates, request, cancellationToken).ConfigureAwait(false);
        if (answer is not null)
        {
            return answer with { Quotes = [.. answer.Quotes.Select(quote => WithLevel(quote, carrier.Capabilities))] };
        }

        return Listed(carrier, book, request) is { } listed
            ? listed with { Messages = [new CarrierMessage(carrier.Carrier, $"{failure} The price list counts instead.", code), .. listed.Messages] }
            : Nothing(carrier, failure!, code);

        static RateResult Nothing(ICarrierClient carrier, string message, string? code) => new([], [new CarrierMessage(carrier.Carrier, message, code)]);
    }

    private RateResult? Listed(ICarrierClient carrier, TariffBook book, RateRequest request) => book.Accounts.Contains(carrier.Account)
        ? book.Quote(carrier.Account, request, request.ShipDate ?? DateOnly.FromDateTime(_clock.GetUtcNow().UtcDateTime))
        : null;

    private async Task<(RateResult? Answer, string? Failure, string? Code)> AskAsync(
        ICarrierClient carrier, IRateProvider rates, RateRequest request, CancellationToken cancellationToken)
    {
        using var call = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        try
        {
            var answer = await rates.GetRatesAsync(request, call.Token).WaitAsync(_options.QuoteDeadline, _clock, cancellationToken).ConfigureAwait(false);
            _health.ReportAnswer(carrier.Account);
            return (answer, null, null);
        }
        catch (CommerceException exception)
        {
            if (exception.Kind is CommerceErrorKind.Unavailable or CommerceErrorKind.Protocol)
            {
                _health.ReportFailure(carrier.Account);
            }

            return (null, exception.Message, exception.VendorCode ?? exception.Kind.ToString());
        }
        catch (TimeoutException)
        {
            _health.ReportFailure(carrier.Account);
            return (null, $"It did not answer within {_options.QuoteDeadline.TotalSeconds:0.#} s.", nameof(CommerceErrorKind.Unavailable));
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            // A client's mistake must not cost the other carriers their quotes; the log has it.
            _health.ReportFailure(carrier.Account);
            CarrierLog.UnexpectedFailure(_logger, carrier.Carrier.Value, carrier.Account, exception.GetType().Name, exception.StackTrace);
            return (null, $"It failed with {exception.GetType().Name}; the log tells more.", nameof(CommerceErrorKind.Protocol));
        }
        finally
        {
            await call.CancelAsync().ConfigureAwait(false);
        }
    }
}
