using System.Net;
using Polly;
using Polly.CircuitBreaker;

namespace Commerce.Http.Pipeline;

/// <summary>Stops calling a vendor that hardly answers any more, until a trial succeeds.</summary>
internal sealed class CircuitBreakerHandler : DelegatingHandler
{
    private readonly VendorAccount _account;
    private readonly ResiliencePipeline<HttpResponseMessage> _pipeline;

    internal CircuitBreakerHandler(VendorAccount account)
    {
        _account = account;
        var options = account.Profile.Options;
        _pipeline = new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = account.Clock }
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions<HttpResponseMessage>
            {
                FailureRatio = 0.9,
                MinimumThroughput = options.BreakerFailures,
                SamplingDuration = options.BreakerDuration,
                BreakDuration = options.BreakerDuration,
                ShouldHandle = arguments => ValueTask.FromResult(arguments.Outcome switch
                {
                    { Exception: CommerceException { Kind: CommerceErrorKind.Unavailable } } => true,
                    { Result: { StatusCode: >= HttpStatusCode.InternalServerError } answer } => account.Profile.IsAnswer?.Invoke(answer) != true,
                    _ => false,
                }),
                OnOpened = arguments =>
                {
                    account.Logger.CircuitOpened(account.Profile.Vendor, account.Name, arguments.BreakDuration.TotalSeconds);
                    return ValueTask.CompletedTask;
                },
                OnClosed = _ =>
                {
                    account.Logger.CircuitClosed(account.Profile.Vendor, account.Name);
                    return ValueTask.CompletedTask;
                },
            })
            .Build();
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            return await _pipeline.ExecuteAsync(
                static async (state, token) => await state.Self.AttemptAsync(state.Request, token).ConfigureAwait(false),
                (Self: this, Request: request),
                cancellationToken).ConfigureAwait(false);
        }
        catch (BrokenCircuitException exception)
        {
            throw _account.Failure(
                CommerceErrorKind.Unavailable,
                CallState.Of(request).Operation,
                "the circuit is open after many failures; nothing was sent.",
                exception,
                wasNeverSent: true,
                retryAfter: exception.RetryAfter);
        }
    }

    private Task<HttpResponseMessage> AttemptAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        base.SendAsync(request, cancellationToken);
}
