using System.Globalization;
using FeedbackLab.Analysis.Tests.Workspace;
using FeedbackLab.Analysis.Workspace;

// Imports a large corrected file into the workspace of a folder. Says "begin" when the import begins, so that whoever wants to kill it
// knows when, and "end" when it is done.
var (folder, answers) = (args[0], int.Parse(args[1], CultureInfo.InvariantCulture));
using var store = WorkspaceStore.Open(folder, new WorkspaceOptions());
var corpus = InventedFiles.Large("回答.csv", answers, seed: 1);
Console.WriteLine("begin");
store.Import(new ImportBatch(corpus, "佐倉", new DateTimeOffset(2026, 5, 21, 12, 0, 0, TimeSpan.FromHours(9)), []));
Console.WriteLine("end");
