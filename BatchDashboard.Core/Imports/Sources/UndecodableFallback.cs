using System.Text;

namespace BatchDashboard.Core.Imports.Sources;

/// <summary>
/// Puts U+FFFD where bytes are no text of an encoding, and keeps the ASCII behind it: a character that was cut in half
/// must not swallow the delimiter or line break that follows.
/// </summary>
internal sealed class UndecodableFallback : DecoderFallback
{
    /// <summary>As many as the longest sequence of bytes of any encoding.</summary>
    public override int MaxCharCount => 8;

    public override DecoderFallbackBuffer CreateFallbackBuffer() => new Buffer();

    private sealed class Buffer : DecoderFallbackBuffer
    {
        private string _text = "";
        private int _next;

        public override int Remaining => _text.Length - _next;

        public override bool Fallback(byte[] bytesUnknown, int index)
        {
            var ascii = bytesUnknown.Skip(1).Where(unknown => unknown < 0x80).Select(unknown => (char)unknown);
            (_text, _next) = ($"\uFFFD{string.Concat(ascii)}", 0);
            return true;
        }

        public override char GetNextChar() => Remaining > 0 ? _text[_next++] : '\0';

        public override bool MovePrevious()
        {
            if (_next == 0)
                return false;
            _next--;
            return true;
        }

        public override void Reset() => (_text, _next) = ("", 0);
    }
}
