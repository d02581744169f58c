using System.Collections.Concurrent;

namespace Commerce.Samples.Worker.Payments;

/// <summary>A fake of a payment provider in a process of its own: one payment for each key; now and then its answer gets lost.</summary>
internal static class PaymentFake
{
    private const int LostAnswerEvery = 20;

    internal static async Task RunAsync(string[] args)
    {
        var builder = WebApplication.CreateSlimBuilder(args);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.WebHost.UseUrls(builder.Configuration["address"] ?? "http://127.0.0.1:5180");
        var payments = new ConcurrentDictionary<string, PaymentAnswer>(StringComparer.Ordinal);
        var calls = 0;
        await using var application = builder.Build();
        application.MapPost("/payments/{orderId}", (string orderId, HttpContext context) =>
        {
            var key = context.Request.Headers["Idempotency-Key"].ToString();
            var answer = payments.GetOrAdd(key, _ => orderId.EndsWith('0')
                ? new PaymentAnswer($"pay-{orderId}", "card declined")
                : new PaymentAnswer($"pay-{orderId}"));
            var call = Interlocked.Increment(ref calls);
            if (call % 100 == 0)
            {
                Console.WriteLine($"{call} calls, {payments.Count} payments");
            }

            return call % LostAnswerEvery == 0 ? Results.StatusCode(StatusCodes.Status504GatewayTimeout) : Results.Json(answer);
        });
        await application.RunAsync();
    }
}
