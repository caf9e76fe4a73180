namespace Archera.Gateway.Reports;

/// <summary>How a report is written. The names are those of the parameter <c>format</c>.</summary>
internal enum ReportFormat
{
    Json,
    Csv,
}
