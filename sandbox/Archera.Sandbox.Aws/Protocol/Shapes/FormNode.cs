namespace Archera.Sandbox.Aws.Protocol.Shapes;

/// <summary>A form's names taken apart at their dots.</summary>
internal sealed class FormNode
{
    private readonly Dictionary<string, FormNode> _children = new(StringComparer.Ordinal);

    internal string? Value { get; private set; }

    internal static FormNode Of(QueryForm form)
    {
        var root = new FormNode();
        foreach (var (name, value) in form.Pairs)
        {
            var node = root;
            foreach (var part in name.Split('.'))
            {
                if (!node._children.TryGetValue(part, out var child))
                    node._children.Add(part, child = new FormNode());
                node = child;
            }

            node.Value = value;
        }

        return root;
    }

    internal FormNode? Child(string name) => _children.GetValueOrDefault(name);
}
