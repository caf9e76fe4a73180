using System.Globalization;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Archera.Sandbox.Reporting;

/// <summary>
/// One block for each tenant. On a narrow terminal the names of services wrap, the rest keeps its line.
/// </summary>
internal static class TenantTable
{
    internal static Table Build(IEnumerable<TenantFigures> tenants)
    {
        var table = new Table().Border(TableBorder.Rounded).ShowRowSeparators().Title("Unblended cost");
        table.AddColumns(
            Whole("tenant"), Number("payers"), Number("accounts"), Whole("period"), Number("total"),
            new TableColumn("top services"), Whole("days read"));
        foreach (var tenant in tenants)
            table.AddRow(Cells(tenant));
        return table;
    }

    private static TableColumn Whole(string name) => new TableColumn(name).NoWrap();

    private static TableColumn Number(string name) => Whole(name).RightAligned();

    private static IEnumerable<IRenderable> Cells(TenantFigures tenant) =>
    [
        new Text(tenant.Plan.Name),
        Count(tenant.Plan.Organizations.Length),
        Count(tenant.Plan.Organizations.Sum(organization => organization.Accounts.Count)),
        new Text(tenant.Period.ToString()),
        new Text(string.Join('\n', tenant.Totals)),
        Services(tenant.TopServices),
        new Text(Days(tenant)),
    ];

    private static Grid Services(IEnumerable<ServiceFigure> services)
    {
        var grid = new Grid()
            .AddColumn(new GridColumn().RightAligned().NoWrap().PadLeft(0).PadRight(1))
            .AddColumn(new GridColumn().PadLeft(0).PadRight(0));
        foreach (var service in services)
        {
            grid.AddRow(
                new Text(string.Create(CultureInfo.InvariantCulture, $"{service.Amount:N2} {service.Currency}")),
                new Text(service.Name));
        }

        return grid;
    }

    private static Text Count(int number) => new(number.ToString(CultureInfo.InvariantCulture));

    private static string Days(TenantFigures tenant)
    {
        var whole = tenant.IsWhole ? "" : ", not whole";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{tenant.Completeness.DaysReceived} of {tenant.Completeness.DaysExpected}{whole}");
    }
}
