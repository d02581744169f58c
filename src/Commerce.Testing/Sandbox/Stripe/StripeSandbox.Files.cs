using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Commerce.Testing.Sandbox;

/// <content>Uploaded files. Stripe takes them at a host of its own; here it is the same address.</content>
public sealed partial class StripeSandbox
{
    private const long MostFile = 16 * 1024 * 1024;

    private static readonly string[] Purposes =
    [
        "account_requirement", "additional_verification", "business_icon", "business_logo", "customer_signature", "dispute_evidence", "identity_document",
        "pci_document", "tax_document_user_upload", "terminal_reader_splashscreen",
    ];

    private void MapFiles(IEndpointRouteBuilder routes)
    {
        Post(routes, "files", "upload-file", Upload, "purpose! file_link_data*");
        Get(routes, "files/{id}", "find-file", call => Find(call, "file", "id").Body);
        List(routes, "files", "list-files", call => List(call, "file", "purpose"), "created[gt,gte,lt,lte] purpose");
    }

    private JsonObject Upload(StripeCall call)
    {
        var purpose = call.Parameters.OneOf("purpose", Purposes)!;
        if (call.File is not { Length: > 0 } file)
        {
            throw StripeRefusal.Invalid("parameter_missing", "Missing required param: file.", "file");
        }

        if (purpose == "dispute_evidence" && (TypeOf(file) is not ("pdf" or "jpg" or "png") || file.Length > MostFile))
        {
            throw StripeRefusal.Invalid(null, "Files for dispute_evidence must be PDF, JPEG or PNG and not too large.", "file");
        }

        var item = Add("file", "file", call.Account, new JsonObject
        {
            ["expires_at"] = null,
            ["filename"] = file.FileName,
            ["links"] = null,
            ["purpose"] = purpose,
            ["size"] = file.Length,
            ["title"] = null,
            ["type"] = TypeOf(file),
            ["url"] = null,
        });
        item.Body.Remove("livemode");
        item.Set("url", $"https://files.example.com/v1/files/{item.Id}/contents");
        return item.Body;
    }

    private static string TypeOf(IFormFile file) => file.ContentType switch
    {
        "application/pdf" => "pdf",
        "image/jpeg" => "jpg",
        "image/png" => "png",
        _ => Path.GetExtension(file.FileName).TrimStart('.').ToLowerInvariant() is "jpeg" ? "jpg" : Path.GetExtension(file.FileName).TrimStart('.').ToLowerInvariant(),
    };
}
