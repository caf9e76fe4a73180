namespace Archera.Sandbox.Aws.Iam;

/// <summary>IAM's patterns: <c>*</c> stands for any run of characters, <c>?</c> for exactly one.</summary>
public static class Wildcard
{
    private const char LiteralStar = '\uE000';
    private const char LiteralQuestion = '\uE001';

    /// <summary>A part of a pattern in which both signs stand for themselves.</summary>
    internal static string Literal(string text) => text.Replace('*', LiteralStar).Replace('?', LiteralQuestion);

    public static bool Matches(string pattern, string text, bool ignoreCase = false)
    {
        int p = 0, t = 0, star = -1, retry = 0;
        while (t < text.Length)
        {
            if (p < pattern.Length && pattern[p] == '*')
            {
                star = p++;
                retry = t;
            }
            else if (p < pattern.Length && (pattern[p] == '?' || Same(pattern[p], text[t], ignoreCase)))
            {
                p++;
                t++;
            }
            else if (star >= 0)
            {
                p = star + 1;
                t = ++retry;
            }
            else
            {
                return false;
            }
        }

        return pattern.AsSpan(p).TrimStart('*').IsEmpty;
    }

    private static bool Same(char pattern, char text, bool ignoreCase) => pattern switch
    {
        LiteralStar => text == '*',
        LiteralQuestion => text == '?',
        _ => pattern == text || (ignoreCase && char.ToUpperInvariant(pattern) == char.ToUpperInvariant(text)),
    };
}
