using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Archera.ArchitectureTests.Sources;

/// <summary>The shape of a code file: short, narrow, one public type, named after it.</summary>
public static class CodeRules
{
    private const int Columns = 120;
    private const int FileLines = 300;
    private const int TestFileLines = 400;
    private const int MethodLines = 50;

    private static readonly string[] Forbidden =
        ["#reg" + "ion", "TO" + "DO", "FIX" + "ME", "namespace Archera." + "Orleans"];

    public static IEnumerable<string> Violations(SourceFile file)
    {
        var lines = file.Lines;
        var limit = file.IsTest ? TestFileLines : FileLines;
        if (lines.Length > limit)
            yield return $"{file.Path}: {lines.Length} lines; at most {limit}";
        for (var i = 0; i < lines.Length; i++)
        {
            foreach (var word in Forbidden.Where(lines[i].Contains))
                yield return $"{file.Path}:{i + 1}: {word}";
        }
        foreach (var violation in SyntaxViolations(file))
            yield return violation;
    }

    private static IEnumerable<string> SyntaxViolations(SourceFile file)
    {
        var root = CSharpSyntaxTree.ParseText(file.Text).GetCompilationUnitRoot();
        foreach (var line in root.SyntaxTree.GetText().Lines.Where(line => line.End - line.Start > Columns))
        {
            if (!(file.IsTest && IsText(root.FindToken(line.Start + Columns - 1))))
                yield return $"{file.Path}:{line.LineNumber + 1}: {line.End - line.Start} columns; at most {Columns}";
        }
        foreach (var body in root.DescendantNodes().Where(IsBody))
        {
            var lines = Lines(body);
            if (lines > MethodLines)
                yield return $"{file.Path}:{FirstLine(body)}: a method of {lines} lines; at most {MethodLines}";
        }
        var types = TopTypes(root).Where(IsPublic).Select(NameOf).Distinct().ToList();
        if (types.Count > 1)
            yield return $"{file.Path}: {types.Count} public types ({string.Join(", ", types)}); one a file";
        if (types.Count == 1 && types[0] != file.Name.Split('.')[0])
            yield return $"{file.Path}: is named after another type than {types[0]}";
    }

    // A test quotes what goes over the wire whole, so that it can be found and compared.
    private static bool IsText(SyntaxToken token) =>
        token.Parent is LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression }
            or InterpolatedStringTextSyntax or InterpolatedStringExpressionSyntax or InterpolationSyntax;

    private static bool IsBody(SyntaxNode node) =>
        node is BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or LocalFunctionStatementSyntax;

    private static int Lines(SyntaxNode node)
    {
        var span = node.SyntaxTree.GetLineSpan(node.Span);
        return span.EndLinePosition.Line - span.StartLinePosition.Line + 1;
    }

    private static int FirstLine(SyntaxNode node) => node.SyntaxTree.GetLineSpan(node.Span).StartLinePosition.Line + 1;

    private static IEnumerable<MemberDeclarationSyntax> TopTypes(SyntaxNode root) =>
        root.DescendantNodes(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax)
            .OfType<MemberDeclarationSyntax>()
            .Where(member => member is BaseTypeDeclarationSyntax or DelegateDeclarationSyntax);

    private static bool IsPublic(MemberDeclarationSyntax type) => type.Modifiers.Any(SyntaxKind.PublicKeyword);

    private static string NameOf(MemberDeclarationSyntax type) => type is DelegateDeclarationSyntax function
        ? function.Identifier.Text
        : ((BaseTypeDeclarationSyntax)type).Identifier.Text;
}
