import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.*;
import java.util.List;
import org.apache.lucene.analysis.ja.JapaneseTokenizer;

/** Tokens a second of Lucene's Kuromoji over the lines of a file, one line of output a run. Arguments: mode, file, runs. */
public class LuceneSpeed {
    public static void main(String[] arguments) throws Exception {
        List<String> lines = Files.readAllLines(Paths.get(arguments[1]), StandardCharsets.UTF_8);
        JapaneseTokenizer tokenizer = new JapaneseTokenizer(
            new StringReader(""), null, false, JapaneseTokenizer.Mode.valueOf(arguments[0].toUpperCase()));
        tokenizer.close();
        for (int run = 0; run < Integer.parseInt(arguments[2]); run++) {
            long start = System.nanoTime();
            long tokens = 0;
            for (String line : lines) {
                tokenizer.setReader(new StringReader(line));
                tokenizer.reset();
                while (tokenizer.incrementToken()) {
                    tokens++;
                }
                tokenizer.end();
                tokenizer.close();
            }
            System.out.println(tokens + " " + (System.nanoTime() - start));
        }
    }
}
