using System.Diagnostics;
using System.Globalization;
using FeedbackLab.Analysis.Kuromoji;
using FeedbackLab.Bench;

if (args is ["workspace", var number] && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var answers))
{
    foreach (var (what, value) in WorkspaceSpeed.Measure(answers))
    {
        Print(what, value);
    }

    return 0;
}

// Speed of the tokenizer against Lucene's and MeCab's, on the lines of a text file (UTF-8); see README.md here.
if (args is ["whole", var program, var text])
{
    var (ours, mecab) = WholeProcess.Seconds(program, text);
    Print("whole process, s", ours);
    Print("mecab -Owakati, s", mecab);
    Print("mecab's time / ours", mecab / ours);
    return 0;
}

if (args.Length != 2 || !File.Exists(args[0]) || !Enum.TryParse<TokenizeMode>(args[1], ignoreCase: true, out var mode))
{
    Console.Error.WriteLine("usage: dotnet run --project bench -c Release -- FILE normal|search, or: whole PROGRAM FILE (UTF-8, a comment a line), or: workspace COMMENTS");
    return 2;
}

var start = Stopwatch.GetTimestamp();
_ = KuromojiDictionary.Default;
Print("dictionary ready, ms", Stopwatch.GetElapsedTime(start).TotalMilliseconds);
Print("resident after loading, MB", Environment.WorkingSet / 1e6);
var lines = File.ReadAllLines(args[0]);
Print("characters, millions", lines.Sum(l => (double)l.Length) / 1e6);
var (rate, bytes) = TokenizerSpeed.OneThread(lines, mode);
Print($"{mode}: tokens/s, one thread, millions", rate / 1e6);
Print($"{mode}: bytes allocated a token", bytes);
Print($"{mode}: two threads / one", TokenizerSpeed.TwoThreads(lines, mode) / rate);
if (LucenePeer.TokensPerSecond(args[0], mode) is { } peer)
{
    Print($"{mode}: Lucene tokens/s, one thread, millions", peer / 1e6);
    Print($"{mode}: ours / Lucene's", rate / peer);
}

return 0;

static void Print(string what, double value) =>
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what,-48} {value,10:0.00}"));
