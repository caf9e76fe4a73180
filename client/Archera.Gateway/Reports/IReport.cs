using Archera.Gateway.Costs;
using Archera.Gateway.Csv;

namespace Archera.Gateway.Reports;

/// <summary>An answer made of figures, with the statement whether they are whole.</summary>
internal interface IReport
{
    CompletenessResource Completeness { get; }

    CsvSheet ToCsv();
}
