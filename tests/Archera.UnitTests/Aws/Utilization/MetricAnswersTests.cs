using Archera.Aws.Datasets;
using Archera.Aws.Datasets.Utilization;

namespace Archera.UnitTests.Aws.Utilization;

public sealed class MetricAnswersTests
{
    private static readonly MetricSeries Cpu = MetricLab.Series(MachineMetric.CpuUtilization);

    [Fact]
    public void Are_joined_by_id_and_time_over_pages()
    {
        var answers = new MetricAnswers(MetricLab.Call(Cpu));
        answers.Add(
        [
            MetricLab.Result("m0_0", "Complete", (0, 1), (1, 2)),
            MetricLab.Result("m0_1", "PartialData", (0, 7)),
        ]);
        answers.Add([MetricLab.Result("m0_1", "Complete", (2, 9), (1, 8))]);

        var read = answers.Finish().ShouldHaveSingleItem();

        read.Standing.ShouldBe(MetricStanding.Read);
        (MetricLab.Text(read.Points), MetricLab.Text(read.Peaks)).ShouldBe(("0=1 1=2", "0=7 1=8 2=9"));
    }

    [Fact]
    public void Count_a_moment_that_comes_again_once_as_it_came_last()
    {
        var answers = new MetricAnswers(MetricLab.Call(MetricLab.Series(MachineMetric.CpuCreditBalance)));
        answers.Add([MetricLab.Result("m0_0", "PartialData", (0, 1), (1, 2))]);
        answers.Add([MetricLab.Result("m0_0", "Complete", (1, 5), (2, 3))]);

        MetricLab.Text(answers.Finish().Single().Points).ShouldBe("0=1 1=5 2=3");
    }

    [Fact]
    public void Of_what_comes_together_in_a_period_are_told_a_second()
    {
        var answers = new MetricAnswers(MetricLab.Call(MetricLab.Series(MachineMetric.NetworkIn)));
        answers.Add([MetricLab.Result("m0_0", "Complete", (0, 600))]);

        MetricLab.Text(answers.Finish().Single().Points).ShouldBe("0=2");
    }

    [Fact]
    public void Without_points_are_no_points_and_not_zero()
    {
        var answers = new MetricAnswers(MetricLab.Call(Cpu));
        answers.Add([MetricLab.Result("m0_0", "Complete"), MetricLab.Result("m0_1", "Complete")]);

        var read = answers.Finish().Single();

        (read.Standing, read.Points.Count).ShouldBe((MetricStanding.Read, 0));
    }

    [Theory]
    [InlineData("Forbidden", MetricStanding.Forbidden)]
    [InlineData("InternalError", MetricStanding.Failed)]
    [InlineData("PartialData", MetricStanding.Failed)]
    [InlineData("Whatever", MetricStanding.Failed)]
    public void That_AWS_could_not_give_are_never_an_empty_series(string status, MetricStanding standing)
    {
        var answers = new MetricAnswers(MetricLab.Call(Cpu));
        answers.Add([MetricLab.Result("m0_0", "Complete", (0, 1)), MetricLab.Result("m0_1", status, (0, 1))]);

        var read = answers.Finish().Single();

        (read.Standing, read.Points.Count).ShouldBe((standing, 0));
    }

    [Theory]
    [InlineData("Forbidden", MetricStanding.Forbidden)]
    [InlineData("InternalError", MetricStanding.Failed)]
    public void That_AWS_refused_on_one_page_stay_refused(string status, MetricStanding standing)
    {
        var answers = new MetricAnswers(MetricLab.Call(MetricLab.Series(MachineMetric.NetworkIn)));
        answers.Add([MetricLab.Result("m0_0", status)]);
        answers.Add([MetricLab.Result("m0_0", "Complete", (0, 1))]);

        answers.Finish().Single().Standing.ShouldBe(standing);
    }

    [Fact]
    public void That_do_not_say_what_was_asked_end_the_read()
    {
        var call = MetricLab.Call(MetricLab.Series(MachineMetric.NetworkIn));
        var uneven = MetricLab.Result("m0_0", "Complete", (0, 1));
        uneven.Values.Clear();

        Refused(MetricLab.Result("m7", "Complete")).ShouldContain("nothing was asked");
        Refused(MetricLab.Result("m0_0", "Complete", (288, 1))).ShouldContain("outside");
        Refused(MetricLab.Result("m0_0", "Complete", (0, double.NaN))).ShouldContain("without a value");
        Refused(uneven).ShouldContain("1 times and 0 values");
        Should.Throw<UnreadableAnswerException>(() => new MetricAnswers(call).Finish())
            .Message.ShouldContain("no answer");

        string Refused(Amazon.CloudWatch.Model.MetricDataResult result) => Should
            .Throw<UnreadableAnswerException>(() => new MetricAnswers(call).Add([result])).Message;
    }
}
