namespace Amazon.CostExplorer.Model;

public class DateInterval
{
    public string End { get; set; }

    public string Start { get; set; }
}
