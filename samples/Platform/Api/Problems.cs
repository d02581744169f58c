using Microsoft.AspNetCore.Mvc;

namespace Commerce.Samples.Platform.Api;

/// <summary>Refusals as problem details: what is wrong with which field, and what to do about it.</summary>
internal static class Problems
{
    internal static IResult Of(IReadOnlyList<Refusal> refusals)
    {
        var code = refusals[0].Code;
        var status = code == RefusalCode.NotFound ? StatusCodes.Status404NotFound
            : code == RefusalCode.Duplicate || code == RefusalCode.InvalidTransition || code == RefusalCode.PolicyViolation || code == RefusalCode.Conflict ? StatusCodes.Status409Conflict
            : StatusCodes.Status400BadRequest;
        return Results.ValidationProblem(
            refusals.GroupBy(static refusal => Camel(refusal.Field ?? "")).ToDictionary(static group => group.Key, static group => group.Select(static refusal => refusal.Message).ToArray()),
            statusCode: status,
            title: status switch
            {
                StatusCodes.Status404NotFound => "There is no such thing.",
                StatusCodes.Status409Conflict => "This does not go with what is there.",
                _ => "Some fields are wrong.",
            });
    }

    internal static IResult NotFound(string field, string text) => Of([new Refusal(RefusalCode.NotFound, text) { Field = field }]);

    internal static async Task WriteAsync(HttpContext context, int status, string title, string? field = null, string? text = null)
    {
        context.Response.StatusCode = status;
        var problem = field is null
            ? new ProblemDetails { Status = status, Title = title }
            : new HttpValidationProblemDetails(new Dictionary<string, string[]> { [field] = [text!] }) { Status = status, Title = title };
        await context.Response.WriteAsJsonAsync(problem, problem.GetType(), options: null, contentType: "application/problem+json");
    }

    /// <summary>Names the part of the request that is wrong, where the framework answers by itself.</summary>
    internal static void NamePart(ProblemDetailsContext context)
    {
        (string Part, string Text)? wrong = context.ProblemDetails.Status switch
        {
            StatusCodes.Status400BadRequest => ("body", "Send a JSON object as the API describes it."),
            StatusCodes.Status404NotFound or StatusCodes.Status405MethodNotAllowed => ("path", "There is nothing here for this method: see /openapi/v1.json."),
            StatusCodes.Status413PayloadTooLarge => ("body", $"It is too large: send at most {PlatformApi.MaxBody} bytes."),
            StatusCodes.Status415UnsupportedMediaType => ("body", "It is not JSON: send application/json."),
            _ => null,
        };
        if (wrong is var (part, text) && context.ProblemDetails is not HttpValidationProblemDetails)
        {
            context.ProblemDetails.Extensions["errors"] = new Dictionary<string, string[]> { [part] = [text] };
        }
    }

    /// <summary>Field names of the library as the API writes them: <c>ShipTo.Address.Country</c> becomes <c>shipTo.country</c>.</summary>
    private static string Camel(string field) => string.Join('.', field
        .Replace("ShipTo.Address.", "ShipTo.", StringComparison.Ordinal).Replace("ShipTo.Contact.", "ShipTo.", StringComparison.Ordinal)
        .Split('.').Select(static name => name.Length == 0 ? name : char.ToLowerInvariant(name[0]) + name[1..]));
}
