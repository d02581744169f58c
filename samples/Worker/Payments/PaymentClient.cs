using System.Net.Http.Json;

namespace Commerce.Samples.Worker.Payments;

/// <summary>Asks the payment provider for money, always with the key that makes a repetition harmless.</summary>
public sealed class PaymentClient(HttpClient http)
{
    public async Task<PaymentAnswer> PayAsync(string orderId, Money total, OperationKey key, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"payments/{orderId}?amount={total.ToMinorUnits()}", UriKind.Relative));
        request.Headers.Add("Idempotency-Key", key.ToString());
        try
        {
            using var answer = await http.SendAsync(request, cancellationToken);
            return answer.IsSuccessStatusCode
                ? await answer.Content.ReadFromJsonAsync<PaymentAnswer>(cancellationToken) ?? throw new CommerceException("The answer is empty.")
                : throw new CommerceException(CommerceErrorKind.Unavailable, $"The payment provider answered {(int)answer.StatusCode}.");
        }
        catch (Exception exception) when (
            exception is HttpRequestException || (exception is TaskCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw new CommerceException(CommerceErrorKind.Unavailable, "The payment provider gave no answer.", exception);
        }
    }
}
