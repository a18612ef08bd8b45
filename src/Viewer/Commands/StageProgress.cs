using FeedbackLab.Analysis.Findings;
using FeedbackLab.Ingest.Corpus;
using Spectre.Console;

namespace FeedbackLab.Viewer.Commands;

/// <summary>Shows how far the work has got: a bar a stage on a terminal, nothing where the output goes elsewhere.</summary>
internal sealed class StageProgress
{
    private static readonly Dictionary<AnalysisStage, BilingualText> Names = new()
    {
        [AnalysisStage.Terms] = new("語に分ける", "Words"),
        [AnalysisStage.Coding] = new("コードを付ける", "Codes"),
        [AnalysisStage.Clusters] = new("意見グループを探す", "Clusters"),
        [AnalysisStage.Counts] = new("数える", "Counts"),
    };

    /// <summary>What a stage is called.</summary>
    public static BilingualText NameOf(AnalysisStage stage) => Names[stage];

    private readonly ScreenLanguage _language;
    private readonly ProgressContext? _context;
    private readonly Dictionary<AnalysisStage, ProgressTask> _tasks = [];
    private ProgressTask? _reading;
    private ProgressTask? _saving;

    private StageProgress(ScreenLanguage language, ProgressContext? context) => (_language, _context) = (language, context);

    /// <summary>Runs work that reports its progress.</summary>
    public static void Run(ScreenLanguage language, Action<StageProgress> work)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        if (Console.IsErrorRedirected || !console.Profile.Capabilities.Interactive)
        {
            work(new StageProgress(language, null));
            return;
        }

        console.Progress()
            .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn())
            .Start(context => work(new StageProgress(language, context)));
    }

    /// <summary>A file is about to be read.</summary>
    public void Reading(string file)
    {
        if (_context is not null)
        {
            _reading ??= _context.AddTask(_language.Pick("資料を読む", "Read"));
            _reading.Description = Markup.Escape(_language.Pick("資料を読む ", "Read ") + file);
            _reading.Value += (100 - _reading.Value) / 4;
        }
    }

    /// <summary>What was read is being saved: 0 when it begins, 1 when it is done.</summary>
    public void Saving(double share)
    {
        if (_context is null)
        {
            return;
        }

        if (_reading is not null)
        {
            _reading.Value = 100;
        }

        _saving ??= _context.AddTask(_language.Pick("保存する", "Save"));
        _saving.IsIndeterminate = share < 1;
        _saving.Value = 100 * share;
    }

    /// <summary>A stage of the analysis has got to a share between 0 and 1.</summary>
    public void Analysis(AnalysisStage stage, double share)
    {
        if (_context is null)
        {
            return;
        }

        lock (_tasks)
        {
            if (_reading is not null)
            {
                _reading.Value = 100;
            }

            if (!_tasks.TryGetValue(stage, out var task))
            {
                task = _context.AddTask(_language.Pick(Names[stage]));
                _tasks.Add(stage, task);
            }

            task.Value = Math.Max(task.Value, 100 * share);
        }
    }
}
