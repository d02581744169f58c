namespace Commerce.Carriers.Tariffs;

/// <summary>Counts what really comes out of packed streams, whatever they claim, and stops when it is too much.</summary>
internal sealed class UnpackBudget(long maxBytes)
{
    private long _spent;

    internal Stream Count(Stream packed) => new CountedStream(packed, this);

    private void Spend(int bytes)
    {
        _spent += bytes;
        if (_spent > maxBytes)
        {
            throw new UnreadableFileException($"It unpacks to more than {maxBytes / 1024 / 1024} MB: split it.");
        }
    }

    private sealed class CountedStream(Stream inner, UnpackBudget budget) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            var read = inner.Read(buffer);
            budget.Spend(read);
            return read;
        }

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            inner.Dispose();
            base.Dispose(disposing);
        }
    }
}
