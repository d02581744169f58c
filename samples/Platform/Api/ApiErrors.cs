using System.Text.Json;
using Microsoft.AspNetCore.Diagnostics;

namespace Commerce.Samples.Platform.Api;

/// <summary>Says which field of a body cannot be read; never shows a text of the caller or of an exception that is not about it.</summary>
internal sealed class ApiErrors(IProblemDetailsService problems) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        switch (exception)
        {
            case BadHttpRequestException { InnerException: JsonException json }:
                var field = json.Path is { Length: > 2 } path ? path[2..] : "body";
                await Problems.WriteAsync(httpContext, StatusCodes.Status400BadRequest, "The body cannot be read.", field, "It is not of the type that the API describes, or not known: see /openapi/v1.json.");
                return true;
            case BadHttpRequestException bad:
                httpContext.Response.StatusCode = bad.StatusCode;
                return await problems.TryWriteAsync(new ProblemDetailsContext
                {
                    HttpContext = httpContext, ProblemDetails = { Status = bad.StatusCode, Title = "The request cannot be read." },
                });
            case TimeoutException:
                httpContext.Response.Headers.RetryAfter = "5";
                await Problems.WriteAsync(httpContext, StatusCodes.Status503ServiceUnavailable, "The agents have not answered in time: send the same request again, with the same key.");
                return true;
            default:
                return false;
        }
    }
}
