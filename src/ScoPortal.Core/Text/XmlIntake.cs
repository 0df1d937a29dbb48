namespace ScoPortal.Core.Text;

/// <summary>
/// What a reader of XML may take in for the node that it is to read next. A reader makes objects of all attributes of a tag before anybody
/// can count them; what is not handed to it cannot become any.
/// </summary>
internal sealed class XmlIntake(XmlBounds bounds)
{
    private readonly XmlAttributeCount attributes = new();
    private long node = bounds.Node, part = bounds.Part;

    /// <summary>The next node may be read.</summary>
    public void Refill() => node = bounds.Node;

    /// <summary>The next part may be read.</summary>
    public void Begin() => part = bounds.Part;

    private int Allowed(int wanted) => node <= 0 ? throw new XmlBoundsException($"a tag or text in it is longer than {bounds.Node} characters")
        : part <= 0 ? throw new XmlBoundsException($"it has more than {bounds.Part} characters")
        : (int)Math.Min(wanted, Math.Min(node, part));

    private int Taken(int count)
    {
        node -= count;
        part -= count;
        return count;
    }

    /// <summary>A document in bytes.</summary>
    internal sealed class Bytes(Stream stream, XmlIntake intake) : Stream
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

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = intake.Taken(stream.Read(buffer, offset, intake.Allowed(count)));
            foreach (var b in buffer.AsSpan(offset, read))
                intake.attributes.See((char)b);
            return read;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }

    /// <summary>A document in characters.</summary>
    internal sealed class Letters(string text, XmlIntake intake) : StringReader(text)
    {
        public override int Read(char[] buffer, int index, int count)
        {
            var read = intake.Taken(base.Read(buffer, index, intake.Allowed(count)));
            foreach (var c in buffer.AsSpan(index, read))
                intake.attributes.See(c);
            return read;
        }
    }
}
