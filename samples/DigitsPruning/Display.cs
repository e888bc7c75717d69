using System.Diagnostics;
using HessianGen.Optimization;
using Spectre.Console;

namespace DigitsPruning;

/// <summary>Shows the run: a table that grows with the rounds and a line for what is going on, or plain lines where the output is not a terminal.</summary>
internal sealed class Display(string title) : IProgress<IterationReport>, IProgress<PruningReport>
{
    private readonly Table _table = new Table { Title = new TableTitle(title), Border = TableBorder.Rounded }
        .AddColumn("parameters", RightAligned)
        .AddColumn("train", RightAligned)
        .AddColumn("test", RightAligned)
        .AddColumn("loss", RightAligned)
        .AddColumn("predicted rise", RightAligned)
        .AddColumn("actual rise", RightAligned);

    private readonly IAnsiConsole _console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = Console.IsOutputRedirected ? AnsiSupport.No : AnsiSupport.Detect });
    private readonly long _start = Stopwatch.GetTimestamp();
    private LiveDisplayContext? _live;

    /// <summary>Runs the work, shows its progress, and leaves the finished table.</summary>
    public void Show(Action work)
    {
        if (_console.Profile.Capabilities.Ansi)
        {
            _console.Live(_table).AutoClear(true).Start(live =>
            {
                _live = live;
                work();
            });
        }
        else
        {
            Console.WriteLine(title);
            work();
        }
        _table.Caption = new TableTitle($"{Stopwatch.GetElapsedTime(_start).TotalSeconds:F1} s");
        _console.Write(_table);
    }

    /// <summary>Adds a line to the table.</summary>
    public void Add(Row row)
    {
        string[] cells =
        [
            $"{row.Parameters}", $"{100 * row.TrainingAccuracy:F2} %", $"{100 * row.TestAccuracy:F2} %", $"{row.Loss:F4}",
            $"{row.PredictedIncrease:0.0E+0}", $"{row.ActualIncrease:0.0E+0}",
        ];
        _table.AddRow(cells);
        if (_live is null) Console.WriteLine($"{row.Parameters} parameters: loss {row.Loss:F4}, accuracy {cells[1]} training, {cells[2]} test");
        _live?.Refresh();
    }

    /// <inheritdoc/>
    public void Report(IterationReport report)
    {
        string line = $"training: step {report.Iteration}, loss {report.Value:F4}, {report.HessianProducts} Hessian-vector products";
        Say(line);
        if (_live is null && report.Iteration % 10 == 0) Console.WriteLine(line);
    }

    /// <inheritdoc/>
    public void Report(PruningReport report)
    {
        if (report.Stage == PruningStage.Curvature) Say($"round {report.Round}: curvature of {report.Remaining} parameters");
        if (report.Iteration is { } iteration) Say($"round {report.Round}: retraining {report.Remaining} parameters, step {iteration.Iteration}, loss {iteration.Value:F4}");
    }

    private static void RightAligned(TableColumn column) => column.RightAligned();

    private void Say(string line)
    {
        if (_live is null) return;
        _table.Caption = new TableTitle(line);
        _live.Refresh();
    }
}
