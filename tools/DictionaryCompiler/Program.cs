using FeedbackLab.DictionaryCompiler;

if (args.Length != 2)
{
    Console.Error.WriteLine("usage: DictionaryCompiler FOLDER_OF_DAT_GZ OUTPUT_FILE");
    return 2;
}

var dictionary = ContextOrder.ByFrequency(IpadicReader.Read(args[0]));
var temporary = args[1] + ".tmp";
using (var file = File.Create(temporary))
{
    CompiledDictionaryWriter.Write(dictionary, file);
}

File.Move(temporary, args[1], overwrite: true);
return 0;
