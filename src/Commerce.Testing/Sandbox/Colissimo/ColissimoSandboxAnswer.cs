using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Commerce.Testing.Sandbox;

/// <summary>An answer of the label service: JSON alone, or multipart with files.</summary>
internal sealed record ColissimoSandboxAnswer(int Status, JsonObject Json)
{
    private const string Boundary = "uuid:00000000-0000-0000-0000-000000000001";

    private readonly List<(string Name, byte[] Content)> _files = [];

    internal ColissimoSandboxAnswer With(string name, byte[] content)
    {
        _files.Add((name, content));
        return this;
    }

    internal async Task WriteAsync(HttpContext context)
    {
        if (_files.Count == 0)
        {
            await SandboxJson.WriteAsync(context, Status, Json).ConfigureAwait(false);
            return;
        }

        using var body = new MemoryStream();
        Part("jsonInfos", "application/json;charset=UTF-8", Encoding.UTF8.GetBytes(Json.ToJsonString()));
        foreach (var (name, content) in _files)
        {
            Part(name, "application/octet-stream", content);
        }

        body.Write(Encoding.ASCII.GetBytes($"--{Boundary}--\r\n"));
        context.Response.StatusCode = Status;
        context.Response.ContentType = $"multipart/mixed; boundary=\"{Boundary}\"";
        context.Response.ContentLength = body.Length;
        await context.Response.Body.WriteAsync(body.ToArray(), context.RequestAborted).ConfigureAwait(false);

        void Part(string name, string type, byte[] content)
        {
            body.Write(Encoding.ASCII.GetBytes(
                $"--{Boundary}\r\nContent-Type: {type}\r\nContent-Transfer-Encoding: binary\r\nContent-ID: <{name}>\r\n\r\n"));
            body.Write(content);
            body.Write("\r\n"u8);
        }
    }
}
