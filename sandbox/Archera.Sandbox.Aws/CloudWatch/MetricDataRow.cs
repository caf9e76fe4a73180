using Archera.Sandbox.Aws.Protocol.Shapes;

namespace Archera.Sandbox.Aws.CloudWatch;

/// <summary>One query's part of a page.</summary>
internal sealed record MetricDataRow(
    string Id, string Label, string Status, IReadOnlyList<MetricSample> Points, string? Message = null)
{
    internal const string Complete = "Complete";
    internal const string PartialData = "PartialData";
    internal const string Forbidden = "Forbidden";
    internal const string InternalError = "InternalError";

    internal void Write(IShapeWriter writer)
    {
        writer.StartStructure();
        writer.Member("Id");
        writer.Text(Id);
        writer.Member("Label");
        writer.Text(Label);
        writer.Member("Timestamps");
        writer.StartList();
        foreach (var point in Points)
            writer.Instant(DateTimeOffset.FromUnixTimeSeconds(point.At));
        writer.EndList();
        writer.Member("Values");
        writer.StartList();
        foreach (var point in Points)
            writer.Number(point.Value);
        writer.EndList();
        writer.Member("StatusCode");
        writer.Text(Status);
        if (Message is not null)
            WriteMessages(writer, Status, Message);
        writer.EndStructure();
    }

    /// <summary>Where there is nothing to say AWS leaves the list out, not empty.</summary>
    private static void WriteMessages(IShapeWriter writer, string code, string text)
    {
        writer.Member("Messages");
        writer.StartList();
        writer.StartStructure();
        writer.Member("Code");
        writer.Text(code);
        writer.Member("Value");
        writer.Text(text);
        writer.EndStructure();
        writer.EndList();
    }
}
