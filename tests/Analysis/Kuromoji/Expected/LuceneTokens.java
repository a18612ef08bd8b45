import java.io.*;
import java.nio.charset.StandardCharsets;
import java.nio.file.*;
import java.util.regex.*;
import org.apache.lucene.analysis.ja.JapaneseTokenizer;
import org.apache.lucene.analysis.ja.dict.UserDictionary;
import org.apache.lucene.analysis.ja.tokenattributes.*;
import org.apache.lucene.analysis.tokenattributes.*;

/** Records what Lucene's Kuromoji makes of sentences; SOURCE.md says how it is run. Arguments: mode, input, output, user dictionary (if any). */
public class LuceneTokens {
    public static void main(String[] arguments) throws Exception {
        UserDictionary user = arguments.length > 3
            ? new UserDictionary(Files.newBufferedReader(Paths.get(arguments[3]), StandardCharsets.UTF_8))
            : null;
        JapaneseTokenizer tokenizer = new JapaneseTokenizer(
            new StringReader(""), user, false, JapaneseTokenizer.Mode.valueOf(arguments[0].toUpperCase()));
        OffsetAttribute offset = tokenizer.addAttribute(OffsetAttribute.class);
        PositionIncrementAttribute increment = tokenizer.addAttribute(PositionIncrementAttribute.class);
        PositionLengthAttribute length = tokenizer.addAttribute(PositionLengthAttribute.class);
        PartOfSpeechAttribute pos = tokenizer.addAttribute(PartOfSpeechAttribute.class);
        BaseFormAttribute base = tokenizer.addAttribute(BaseFormAttribute.class);
        ReadingAttribute reading = tokenizer.addAttribute(ReadingAttribute.class);
        InflectionAttribute inflection = tokenizer.addAttribute(InflectionAttribute.class);
        tokenizer.close();
        try (Writer out = Files.newBufferedWriter(Paths.get(arguments[2]), StandardCharsets.UTF_8)) {
            for (String line : Files.readAllLines(Paths.get(arguments[1]), StandardCharsets.UTF_8)) {
                tokenizer.setReader(new StringReader(unescape(line)));
                tokenizer.reset();
                while (tokenizer.incrementToken()) {
                    out.write(String.join(" ",
                        offset.startOffset() + "-" + offset.endOffset(),
                        increment.getPositionIncrement() + "/" + length.getPositionLength(),
                        pos.getPartOfSpeech(), "" + base.getBaseForm(), "" + reading.getReading(), "" + reading.getPronunciation(),
                        "" + inflection.getInflectionType(), "" + inflection.getInflectionForm()) + "\n");
                }
                tokenizer.end();
                tokenizer.close();
                out.write("\n");
            }
        }
    }

    private static String unescape(String line) {
        Matcher escape = Pattern.compile("\\\\u([0-9A-F]{4})").matcher(line);
        StringBuffer text = new StringBuffer();
        while (escape.find()) {
            escape.appendReplacement(text, Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(escape.group(1), 16))));
        }
        escape.appendTail(text);
        return text.toString();
    }
}
