using Commerce.Marketplaces.Cdiscount.Wire;

namespace Commerce.Marketplaces.Cdiscount;

/// <summary>Files of messages. Source: Octopia developer portal, discussions: three files, 4 MB together, these formats.</summary>
internal static class CdiscountFiles
{
    private const int MaxFiles = 3;
    private const int MaxBytes = 4 * 1024 * 1024;

    private static readonly string[] Formats = ["png", "gif", "bmp", "jpg", "jpeg", "tif", "pdf", "doc", "docx", "xls"];

    internal static Refusal? Check(IReadOnlyList<MessageAttachment> files)
    {
        if (files.Count > MaxFiles || files.Sum(static file => (long)file.Content.Length) > MaxBytes)
        {
            return new Refusal(RefusalCode.Validation, $"Attachments has {files.Count} files: Octopia takes {MaxFiles} of 4 MB together.") { Field = nameof(SendMessageRequest.Attachments) };
        }

        return files.FirstOrDefault(static file => !Formats.Contains(Format(file))) is { } other
            ? new Refusal(RefusalCode.Validation, $"A file ends in {Format(other)}: Octopia takes {string.Join(", ", Formats)}.") { Field = nameof(SendMessageRequest.Attachments) }
            : null;
    }

    internal static IReadOnlyList<CdiscountAttachment>? Of(IReadOnlyList<MessageAttachment> files) => files.Count == 0 ? null :
    [
        .. files.Select(static file => new CdiscountAttachment(file.FileName, Convert.ToBase64String(file.Content.Span), Format(file))),
    ];

    private static string Format(MessageAttachment file) => Path.GetExtension(file.FileName).TrimStart('.').ToLowerInvariant();
}
