using System.Globalization;
using System.Text.Json.Nodes;
using Commerce.Testing.Sandbox.Labels;
using Microsoft.AspNetCore.Http;

namespace Commerce.Testing.Sandbox;

/// <content>Papers of customs, and what UPS judges of returns, access points and customs.</content>
public sealed partial class UpsSandbox
{
    private readonly Dictionary<string, string?> _papers = new(StringComparer.Ordinal);
    private int _paperCount;

    /// <summary>Gets or sets a value indicating whether the account may upload papers.</summary>
    public bool TakesPapers { get; set; } = true;

    /// <summary>Gets the ids of the papers that are there, each with the shipment that it is joined to.</summary>
    public IReadOnlyDictionary<string, string?> Papers
    {
        get
        {
            lock (Gate)
            {
                return new Dictionary<string, string?>(_papers);
            }
        }
    }

    private static JsonObject? Invoice(JsonNode shipment) =>
        shipment.At("ShipmentServiceOptions", "InternationalForms", "FormType").Items().Any(static form => form.Text() is "01" or "05")
            ? new JsonObject
            {
                ["Code"] = "01",
                ["Image"] = new JsonObject
                {
                    ["ImageFormat"] = new JsonObject { ["Code"] = "PDF", ["Description"] = "PDF" },
                    ["GraphicImage"] = Convert.ToBase64String(SandboxLabel.Pdf([["Commercial invoice", "not a real one"]])),
                },
            }
            : null;

    // Codes of 1209 are the sandbox's own; UPS's are not public.
    private (string Code, string Message)? OptionProblem(JsonNode shipment)
    {
        var options = shipment.At("ShipmentServiceOptions");
        var forms = options.At("InternationalForms", "FormType").Items().Select(static form => form.Text()).ToList();
        var isReturn = shipment.At("ReturnService", "Code").Text().Length > 0;
        if (isReturn && shipment.At("Package").Items().Any(static package => package.At("Description").Text().Length == 0))
        {
            return ("120901", "A return needs a description of each package");
        }

        if (isReturn && forms.Any(static form => form is not ("05" or "10")))
        {
            return ("120902", "With a return service only the forms 05 and 10 are valid");
        }

        var point = shipment.At("AlternateDeliveryAddress", "UPSAccessPointID").Text();
        if (shipment.At("ShipmentIndicationType").Items().Any() && !Points.Contains(point))
        {
            return ("120903", "The access point is not known");
        }

        if (point.Length > 0 && !options.At("Notification").Items().Any(static note => note.At("EMail", "EMailAddress").Items().Any()))
        {
            return ("120904", "An access point needs a notification");
        }

        lock (Gate)
        {
            return options.At("InternationalForms", "UserCreatedForm", "DocumentID").Items().All(paper => _papers.ContainsKey(paper.Text()))
                ? null
                : ("120905", "A paper is not known");
        }
    }

    private async Task UploadAsync(HttpContext context)
    {
        var body = await SandboxJson.ReadAsync(context).ConfigureAwait(false);
        if (await RefusePapersAsync(context).ConfigureAwait(false))
        {
            return;
        }

        var forms = body.At("UploadRequest", "UserCreatedForm").Items().ToList();
        if (forms.Count == 0 || forms.Exists(static form => form.At("UserCreatedFormFile").Text().Length == 0))
        {
            await ErrorAsync(context, 400, "9590008", "The file is missing or empty").ConfigureAwait(false);
            return;
        }

        var ids = new JsonArray();
        lock (Gate)
        {
            foreach (var _ in forms)
            {
                var id = Clock.GetUtcNow().ToString("yyyy-MM-dd-HH.mm.ss.", CultureInfo.InvariantCulture) + (++_paperCount).ToString("D6", CultureInfo.InvariantCulture);
                _papers.Add(id, null);
                ids.Add((JsonNode)id);
            }
        }

        await SandboxJson.WriteAsync(context, 200, new JsonObject
        {
            ["UploadResponse"] = new JsonObject { ["Response"] = Status(), ["FormsHistoryDocumentID"] = new JsonObject { ["DocumentID"] = ids } },
        }).ConfigureAwait(false);
    }

    private async Task AttachAsync(HttpContext context)
    {
        var request = (await SandboxJson.ReadAsync(context).ConfigureAwait(false)).At("PushToImageRepositoryRequest");
        if (await RefusePapersAsync(context).ConfigureAwait(false))
        {
            return;
        }

        var ids = request.At("FormsHistoryDocumentID", "DocumentID").Items().Select(static id => id.Text()).ToList();
        var shipment = request.At("ShipmentIdentifier").Text();
        bool known;
        lock (Gate)
        {
            known = ids.Count > 0 && ids.TrueForAll(_papers.ContainsKey) && _shipments.ContainsKey(shipment);
            foreach (var id in known ? ids : [])
            {
                _papers[id] = shipment;
            }
        }

        await (known
            ? SandboxJson.WriteAsync(context, 200, new JsonObject { ["PushToImageRepositoryResponse"] = new JsonObject { ["Response"] = Status() } })
            : ErrorAsync(context, 400, "9590022", "The shipment or a paper is not known")).ConfigureAwait(false);
    }

    private async Task DeletePaperAsync(HttpContext context)
    {
        if (await RefusePapersAsync(context).ConfigureAwait(false))
        {
            return;
        }

        bool removed;
        lock (Gate)
        {
            removed = _papers.Remove(context.Request.Headers["DocumentId"].ToString());
        }

        await (removed
            ? SandboxJson.WriteAsync(context, 200, new JsonObject { ["DeleteResponse"] = new JsonObject { ["Response"] = Status() } })
            : ErrorAsync(context, 400, "9590031", "The paper is not known")).ConfigureAwait(false);
    }

    private async Task<bool> RefusePapersAsync(HttpContext context)
    {
        var isAllowed = TakesPapers && context.Request.Headers["ShipperNumber"] == AccountNumber;
        if (!isAllowed)
        {
            await ErrorAsync(context, 400, "9590018", "Account is not authorized to use user created forms").ConfigureAwait(false);
        }

        return !isAllowed;
    }
}
