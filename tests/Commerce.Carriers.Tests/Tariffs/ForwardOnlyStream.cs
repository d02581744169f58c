namespace Commerce.Carriers.Tests.Tariffs;

/// <summary>An upload: read once, from beginning to end.</summary>
internal sealed class ForwardOnlyStream(byte[] content) : MemoryStream(content, writable: false)
{
    public override bool CanSeek => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override long Seek(long offset, SeekOrigin loc) => throw new NotSupportedException();
}
