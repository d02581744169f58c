using System.Text.Json.Serialization;
using Commerce.Http;

namespace Commerce.Carriers.Ups.Wire;

internal sealed record UpsUploadEnvelope(UpsUploadRequest UploadRequest);

internal sealed record UpsUploadRequest(UpsRequestHead Request, string ShipperNumber, IReadOnlyList<UpsUploadForm> UserCreatedForm);

internal sealed record UpsUploadForm
{
    public required string UserCreatedFormFileName { get; init; }

    public required string UserCreatedFormFile { get; init; }

    public required string UserCreatedFormFileFormat { get; init; }

    public required string UserCreatedFormDocumentType { get; init; }
}

internal sealed record UpsUploadAnswer(UpsUploadResponse? UploadResponse);

internal sealed record UpsUploadResponse(UpsDocumentIds? FormsHistoryDocumentID);

internal sealed record UpsDocumentIds
{
    [JsonConverter(typeof(OneOrManyConverter<string>))]
    public IReadOnlyList<string>? DocumentID { get; init; }
}

internal sealed record UpsImageEnvelope(UpsImageRequest PushToImageRepositoryRequest);

internal sealed record UpsImageRequest
{
    public required UpsRequestHead Request { get; init; }

    public required string ShipperNumber { get; init; }

    public required UpsDocumentIds FormsHistoryDocumentID { get; init; }

    public required string ShipmentIdentifier { get; init; }

    public required string ShipmentType { get; init; }
}

internal sealed record UpsImageAnswer(UpsImageResponse? PushToImageRepositoryResponse);

internal sealed record UpsImageResponse(UpsStatusHead? Response);

internal sealed record UpsDeleteAnswer(UpsDeleteResponse? DeleteResponse);

internal sealed record UpsDeleteResponse(UpsStatusHead? Response);
