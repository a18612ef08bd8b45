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

if (args is ["pages", var words, var atMost] && int.TryParse(atMost, NumberStyles.None, CultureInfo.InvariantCulture, out var pageComments))
{
    foreach (var (what, value) in PageSpeed.Measure(words, pageComments).ToBlockingEnumerable())
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

if (args is ["cut", var full, var some, var cut, .. var several] && int.TryParse(some, NumberStyles.None, CultureInfo.InvariantCulture, out var rows))
{
    AnalyzeSpeed.Cut(full, rows, cut, several is [var joined] ? int.Parse(joined, NumberStyles.None, CultureInfo.InvariantCulture) : 1);
    return 0;
}

if (args is ["analyze", var published, var table, var script])
{
    var sides = AnalyzeSpeed.Measure(published, table, script);
    foreach (var (who, seconds, processor, megabytes) in sides)
    {
        Print($"{who}: s", seconds);
        Print($"{who}: s of processor", processor);
        Print($"{who}: MiB", megabytes);
    }

    foreach (var (who, seconds, _, megabytes) in sides.Skip(1))
    {
        Print($"{who}: its time / ours", seconds / sides[0].Seconds);
        Print($"{who}: our memory / its", sides[0].Megabytes / megabytes);
    }

    return 0;
}

// Speed of the tokenizer and of the index against Lucene's; see README.md here.
if (args is ["generate", var few, var count, var many] && int.TryParse(count, CultureInfo.InvariantCulture, out var comments))
{
    var sentences = JoinedComments.Sentences(File.ReadLines(few));
    File.WriteAllLines(many, JoinedComments.Join(sentences, comments));
    Print("distinct sentences", sentences.Count);
    return 0;
}

if (args is ["index", var source, var folder] && File.Exists(source))
{
    SearchSpeed.Index(source, folder);
    return 0;
}

if (args is ["relevance", var passages, var questions])
{
    var (first, ten, reciprocalRank, queries) = Relevance.Of(passages, questions);
    Print("questions", queries);
    Print("R@1", first);
    Print("MRR@10", reciprocalRank);
    Print("R@10", ten);
    return 0;
}

if (args is ["clusters", var labelled, var most, var groups]
    && int.TryParse(most, CultureInfo.InvariantCulture, out var mostComments) && int.TryParse(groups, CultureInfo.InvariantCulture, out var groupCount))
{
    ClusterSpeed.Run(labelled, mostComments, groupCount);
    return 0;
}

if (args is ["search", var built, "terms" or "whole" or "merged"] && Directory.Exists(built))
{
    SearchSpeed.Search(built, args[2]);
    return 0;
}

if (args.Length != 2 || !File.Exists(args[0]) || !Enum.TryParse<TokenizeMode>(args[1], ignoreCase: true, out var mode))
{
    Console.Error.WriteLine(
        """
        usage: dotnet run --project bench -c Release -- FILE normal|search   (UTF-8, a comment a line)
               … -- whole PROGRAM FILE
               … -- workspace COMMENTS
               … -- pages FILE COMMENTS
               … -- generate FILE COUNT OUT
               … -- relevance PASSAGES.csv QUESTIONS.csv
               … -- clusters TABLE.csv COMMENTS GROUPS
               … -- index FILE FOLDER
               … -- cut TABLE.csv.gz ROWS OUT.csv [JOINED]
               … -- analyze PROGRAM TABLE.csv PEER.py
               … -- search FOLDER terms|whole|merged
        """);
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
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what,-48} {value,10:0.000}"));
