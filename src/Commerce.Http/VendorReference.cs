using System.Security.Cryptography;
using System.Text;

namespace Commerce.Http;

/// <summary>Writes an operation key as a reference that a vendor takes: letters, digits and dashes, only so many.</summary>
public static class VendorReference
{
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /// <summary>Writes a key. The same key always gives the same reference, and two keys never the same one.</summary>
    /// <param name="key">The key.</param>
    /// <param name="maxLength">The vendor's limit in characters: 20 or more.</param>
    /// <returns>The key itself when it fits, else a hash of it in Crockford's base 32, as long as allowed, at most 32 characters.</returns>
    public static string From(OperationKey key, int maxLength)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxLength, 20);
        var text = key.Value;
        if (text.Length <= maxLength && text.All(static c => char.IsAsciiLetterOrDigit(c) || c == '-'))
        {
            return text;
        }

        var hash = SHA256.HashData(Encoding.ASCII.GetBytes(text));
        var length = Math.Min(maxLength, 32);
        var reference = new StringBuilder(length);
        var bits = 0;
        var count = 0;
        for (var i = 0; reference.Length < length; i++)
        {
            bits = (bits << 8) | hash[i];
            count += 8;
            while (count >= 5 && reference.Length < length)
            {
                reference.Append(Alphabet[(bits >> (count - 5)) & 31]);
                count -= 5;
            }

            bits &= (1 << count) - 1;
        }

        return reference.ToString();
    }
}
