using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Extensions.Logging;

namespace Commerce.AspNetCore;

/// <summary>Takes a vendor's calls at one address.</summary>
internal sealed class WebhookEndpoint<TEvent>(
    string account, WebhookReceiver<TEvent> receiver, IWebhookChallenge? challenge, WebhookHandler<TEvent> handle, ILogger logger)
    where TEvent : class
{
    // The largest event that a vendor sends is some hundred kilobytes.
    private const int MaxBytes = 1024 * 1024;

    internal async Task InvokeAsync(HttpContext context)
    {
        if (await ReadAsync(context).ConfigureAwait(false) is not { } body)
        {
            context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            return;
        }

        var request = new WebhookRequest(
            body,
            context.Request.Headers.Select(static header => KeyValuePair.Create(header.Key, header.Value.ToString())),
            context.Request.Method,
            new Uri(context.Request.GetEncodedUrl()));
        if (challenge?.Answer(request) is { } answer)
        {
            (context.Response.StatusCode, context.Response.ContentType) = (answer.Status, answer.ContentType);
            await context.Response.Body.WriteAsync(answer.Body, context.RequestAborted).ConfigureAwait(false);
            return;
        }

        if (!HttpMethods.IsPost(request.Method))
        {
            context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
            return;
        }

        await ReceiveAsync(context, request).ConfigureAwait(false);
    }

    private async Task ReceiveAsync(HttpContext context, WebhookRequest request)
    {
        Outcome<TEvent> outcome;
        try
        {
            outcome = await receiver.ReceiveAsync(
                request, (@event, cancellationToken) => handle(context.RequestServices, @event, cancellationToken), context.RequestAborted).ConfigureAwait(false);
        }
        catch (CommerceException exception) when (exception.IsTransient)
        {
            WebhookLog.Postponed(logger, account, exception.Kind);
            await AnswerAsync(context, StatusCodes.Status503ServiceUnavailable, "Unavailable", "Send it again later.").ConfigureAwait(false);
            return;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // The exception's message may hold personal data: only where it happened goes to the log.
            WebhookLog.Failed(logger, account, exception.GetType().Name, exception.StackTrace);
            await AnswerAsync(context, StatusCodes.Status500InternalServerError, "Failed", "Send it again later.").ConfigureAwait(false);
            return;
        }

        if (outcome.TryGet(out _, out var refusal) || refusal.Code == RefusalCode.Duplicate)
        {
            context.Response.StatusCode = StatusCodes.Status200OK;
        }
        else if (refusal.Code == RefusalCode.Conflict)
        {
            await AnswerAsync(context, StatusCodes.Status503ServiceUnavailable, refusal.Code.Value, refusal.Message).ConfigureAwait(false);
        }
        else
        {
            WebhookLog.Refused(logger, account, refusal.Code.Value, refusal.Message);
            await AnswerAsync(context, StatusCodes.Status400BadRequest, refusal.Code.Value, refusal.Message).ConfigureAwait(false);
        }
    }

    private static async Task<byte[]?> ReadAsync(HttpContext context)
    {
        if (context.Request.ContentLength > MaxBytes)
        {
            return null;
        }

        using var body = new MemoryStream((int)(context.Request.ContentLength ?? 4096));
        var buffer = new byte[8192];
        int read;
        while ((read = await context.Request.Body.ReadAsync(buffer, context.RequestAborted).ConfigureAwait(false)) > 0)
        {
            if (body.Length + read > MaxBytes)
            {
                return null;
            }

            body.Write(buffer, 0, read);
        }

        return body.ToArray();
    }

    private static async Task AnswerAsync(HttpContext context, int status, string code, string detail)
    {
        (context.Response.StatusCode, context.Response.ContentType) = (status, "application/problem+json");
        if (status == StatusCodes.Status503ServiceUnavailable)
        {
            context.Response.Headers.RetryAfter = "30";
        }

        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteNumber("status", status);
            json.WriteString("title", code);
            json.WriteString("detail", detail);
            json.WriteEndObject();
        }

        await context.Response.Body.WriteAsync(buffer.GetBuffer().AsMemory(0, (int)buffer.Length), CancellationToken.None).ConfigureAwait(false);
    }
}
