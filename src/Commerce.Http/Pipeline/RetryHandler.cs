using System.Net;
using Polly;
using Polly.Retry;

namespace Commerce.Http.Pipeline;

/// <summary>Sends again what may be sent again, when that may help and there is time left.</summary>
internal sealed class RetryHandler : DelegatingHandler
{
    private static readonly ResiliencePropertyKey<HttpRequestMessage> RequestKey = new("request");

    private readonly VendorAccount _account;
    private readonly ResiliencePipeline<HttpResponseMessage>? _pipeline;

    internal RetryHandler(VendorAccount account)
    {
        _account = account;
        var options = account.Profile.Options;
        if (options.MaxRetries == 0)
        {
            return;
        }

        _pipeline = new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = account.Clock }
            .AddRetry(new RetryStrategyOptions<HttpResponseMessage>
            {
                MaxRetryAttempts = options.MaxRetries,
                ShouldHandle = ShouldHandle,
                DelayGenerator = Delay,
                OnRetry = OnRetry,
            })
            .Build();
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (_pipeline is null)
        {
            return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }

        var context = ResilienceContextPool.Shared.Get(cancellationToken);
        context.Properties.Set(RequestKey, request);
        try
        {
            return await _pipeline.ExecuteAsync(
                static async (context, self) => await self
                    .AttemptAsync(Request(context), context.CancellationToken).ConfigureAwait(false),
                context,
                this).ConfigureAwait(false);
        }
        catch (CommerceException failure) when (failure.WasNeverSent && CallState.Of(request).MayHaveHappened)
        {
            // The last attempt was never sent, but one before it was: that is what counts.
            throw _account.Failure(
                CommerceErrorKind.Unavailable,
                CallState.Of(request).Operation,
                "an attempt was not answered, and no other could be sent; what was asked may have happened.",
                failure,
                retryAfter: failure.RetryAfter);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private static HttpRequestMessage Request(ResilienceContext context) => context.Properties.GetValue(RequestKey, null!);

    private static bool IsSafe(HttpRequestMessage request, VendorOperation operation) =>
        operation.IsSafeToRepeat || request.Method == HttpMethod.Get || request.Method == HttpMethod.Head;

    private Task<HttpResponseMessage> AttemptAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        base.SendAsync(request, cancellationToken);

    private ValueTask<bool> ShouldHandle(RetryPredicateArguments<HttpResponseMessage> arguments)
    {
        var request = Request(arguments.Context);
        var state = CallState.Of(request);
        var safe = IsSafe(request, state.Operation);
        bool retry;
        if (arguments.Outcome.Exception is { } exception)
        {
            // What never left cannot have been done, so it may leave again whatever it asks for. A token request has had its own tries.
            retry = exception is CommerceException { IsTransient: true } failure && (safe || failure.WasNeverSent) && failure.Operation == state.Operation.Name;
        }
        else
        {
            var response = arguments.Outcome.Result!;
            retry = _account.Profile.ShouldRetry?.Invoke(response) is { } vendor
                ? vendor && safe
                : safe && response.StatusCode is HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout
                    or HttpStatusCode.InternalServerError or HttpStatusCode.BadGateway
                    or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout;
        }

        // A wait that ends after the deadline helps nobody: give the answer back now.
        return ValueTask.FromResult(retry && (Asked(arguments.Outcome) ?? TimeSpan.Zero) < state.Remaining(_account.Clock));
    }

    private ValueTask<TimeSpan?> Delay(RetryDelayGeneratorArguments<HttpResponseMessage> arguments) =>
        ValueTask.FromResult<TimeSpan?>(Asked(arguments.Outcome)
            ?? (_account.Profile.Options.RetryDelay * Math.Pow(2, arguments.AttemptNumber) * (0.75 + (Random.Shared.NextDouble() / 2))));

    private TimeSpan? Asked(Polly.Outcome<HttpResponseMessage> outcome) => outcome switch
    {
        { Exception: CommerceException { RetryAfter: { } wait } } => wait,
        { Result: { } response } => RetryAfter.Read(response, _account.Clock),
        _ => null,
    };

    private ValueTask OnRetry(OnRetryArguments<HttpResponseMessage> arguments)
    {
        var state = CallState.Of(Request(arguments.Context));
        state.MayHaveHappened |= arguments.Outcome is { Exception: CommerceException { IsOutcomeUnknown: true } }
            or { Result.StatusCode: >= HttpStatusCode.InternalServerError or HttpStatusCode.RequestTimeout };
        _account.Logger.Retrying(_account.Profile.Vendor, state.Operation.Name, _account.Name, arguments.AttemptNumber + 1, arguments.RetryDelay.TotalMilliseconds);
        arguments.Outcome.Result?.Dispose();
        return ValueTask.CompletedTask;
    }
}
