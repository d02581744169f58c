using System.Collections.Concurrent;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Commerce.Testing.Sandbox;

/// <summary>Routes SOAP calls: several operations share a path, and the first element of the body says which one is meant.</summary>
internal static class SoapOperations
{
    private static readonly XNamespace Envelope = "http://schemas.xmlsoap.org/soap/envelope/";

    internal static void Map(
        IEndpointRouteBuilder routes, string path, string element, SandboxOperation operation, Func<HttpContext, XElement, Task> handle)
    {
        var known = routes.DataSources.SelectMany(static source => source.Endpoints)
            .Select(static endpoint => endpoint.Metadata.GetMetadata<SoapPath>()).FirstOrDefault(found => found?.Path == path);
        if (known is null)
        {
            known = new SoapPath(path);
            var added = known;
            routes.MapPost(path, context => AnswerAsync(context, added)).WithMetadata(known);
        }

        known.Operations[element] = (operation, handle);
    }

    /// <summary>Finds the operation of a call, reading its body once.</summary>
    internal static async Task<SandboxOperation?> FindAsync(HttpContext context)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<SoapPath>() is not { } path)
        {
            return null;
        }

        using var reader = new StreamReader(context.Request.Body, Encoding.UTF8);
        var text = await reader.ReadToEndAsync(context.RequestAborted).ConfigureAwait(false);
        try
        {
            var body = XElement.Parse(text).Element(Envelope + "Body")?.Elements().FirstOrDefault();
            context.Items[typeof(SoapOperations)] = body;
            return body is not null && path.Operations.TryGetValue(body.Name.LocalName, out var found) ? found.Operation : null;
        }
        catch (XmlException)
        {
            return null;
        }
    }

    private static async Task AnswerAsync(HttpContext context, SoapPath path)
    {
        if (context.Items[typeof(SoapOperations)] is XElement body && path.Operations.TryGetValue(body.Name.LocalName, out var found))
        {
            await found.Handle(context, body).ConfigureAwait(false);
            return;
        }

        context.Response.StatusCode = StatusCodes.Status500InternalServerError;
        context.Response.ContentType = "text/xml;charset=UTF-8";
        var fault = new XElement(Envelope + "Envelope", new XElement(Envelope + "Body", new XElement(
            Envelope + "Fault", new XElement("faultcode", "soap:Client"), new XElement("faultstring", "The operation is not known."))));
        await context.Response.WriteAsync(fault.ToString(SaveOptions.DisableFormatting), context.RequestAborted).ConfigureAwait(false);
    }

    private sealed class SoapPath(string path)
    {
        public string Path => path;

        public ConcurrentDictionary<string, (SandboxOperation Operation, Func<HttpContext, XElement, Task> Handle)> Operations { get; } = new(StringComparer.Ordinal);
    }
}
