import java.io.*;
import java.nio.charset.StandardCharsets;
import java.nio.file.*;
import java.util.*;
import java.util.concurrent.atomic.*;
import org.apache.lucene.analysis.*;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.analysis.ja.*;
import org.apache.lucene.document.*;
import org.apache.lucene.facet.*;
import org.apache.lucene.facet.sortedset.*;
import org.apache.lucene.index.*;
import org.apache.lucene.search.*;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.*;
import org.apache.lucene.util.Version;

/** Indexes and searches what FeedbackLab's bench wrote. Arguments: index or search, working folder, file of raw lines. */
public class LuceneSearch {
    static final String[] NAMES = { "respondent", "year", "kind", "question", "theme" };
    static final int WARM_UPS = 15, ROUNDS = 5;

    public static void main(String[] arguments) throws Exception {
        String work = arguments[1];
        if (arguments[0].equals("index")) {
            List<String> raw = Files.readAllLines(Paths.get(arguments[2]), StandardCharsets.UTF_8);
            List<String> facets = new ArrayList<>();
            List<String> tokens = new ArrayList<>();
            for (String line : Files.readAllLines(Paths.get(work, "tokens.txt"), StandardCharsets.UTF_8)) {
                int tab = line.indexOf('\t');
                facets.add(line.substring(0, tab));
                tokens.add(line.substring(tab + 1));
            }
            for (int run = 0; run < 2; run++) {
                Analyzer japanese = new Analyzer() {
                    @Override protected TokenStreamComponents createComponents(String field, Reader reader) {
                        return new TokenStreamComponents(new JapaneseTokenizer(reader, null, true, JapaneseTokenizer.Mode.SEARCH));
                    }
                };
                build("raw", work + "/lucene-raw", japanese, raw, facets, false);
            }
            build("pre-tokenized", work + "/lucene", new WhitespaceAnalyzer(), tokens, facets, false);
            build("pre-tokenized, one segment", work + "/lucene-merged", new WhitespaceAnalyzer(), tokens, facets, true);
        } else {
            search(work, "lucene");
            if (DirectoryReader.indexExists(new MMapDirectory(new File(work + "/lucene-merged")))) {
                search(work, "lucene-merged");
            }
        }
    }

    static void build(String what, String folder, Analyzer analyzer, List<String> texts, List<String> facets, boolean merges) throws Exception {
        if (Files.exists(Paths.get(folder))) {
            for (File file : new File(folder).listFiles()) {
                file.delete();
            }
        }
        long start = System.nanoTime();
        IndexWriterConfig config = new IndexWriterConfig(Version.LATEST, analyzer);
        config.setSimilarity(new BM25Similarity());
        config.setRAMBufferSizeMB(512);
        FacetsConfig facetsConfig = new FacetsConfig();
        try (IndexWriter writer = new IndexWriter(FSDirectory.open(new File(folder)), config)) {
            Thread[] threads = new Thread[2];
            AtomicReference<Exception> failure = new AtomicReference<>();
            for (int t = 0; t < threads.length; t++) {
                int from = texts.size() * t / threads.length, to = texts.size() * (t + 1) / threads.length;
                threads[t] = new Thread(() -> {
                    try {
                        for (int i = from; i < to; i++) {
                            Document document = new Document();
                            document.add(new StringField("id", String.format("%07d", i), Field.Store.YES));
                            document.add(new TextField("body", texts.get(i), Field.Store.NO));
                            String[] values = facets.get(i).split(",");
                            for (int f = 0; f < NAMES.length; f++) {
                                document.add(new SortedSetDocValuesFacetField(NAMES[f], values[f]));
                            }
                            writer.addDocument(facetsConfig.build(document));
                        }
                    } catch (Exception e) {
                        failure.set(e);
                    }
                });
                threads[t].start();
            }
            for (Thread thread : threads) {
                thread.join();
            }
            if (failure.get() != null) {
                throw failure.get();
            }
            if (merges) {
                writer.forceMerge(1);
            }
            writer.commit();
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        long size = 0;
        for (File file : new File(folder).listFiles()) {
            size += file.length();
        }
        System.out.printf(Locale.ROOT, "Lucene %s: %.0f texts/s, two threads; %.2f MB%n", what, texts.size() / seconds, size / 1e6);
    }

    static void search(String work, String which) throws Exception {
        DirectoryReader reader = DirectoryReader.open(new MMapDirectory(new File(work + "/" + which)));
        IndexSearcher searcher = new IndexSearcher(reader);
        searcher.setSimilarity(new BM25Similarity());
        SortedSetDocValuesReaderState state = new DefaultSortedSetDocValuesReaderState(reader);
        System.out.println(which + ": segments " + reader.leaves().size());
        Map<String, List<String[]>> kinds = new LinkedHashMap<>();
        for (String line : Files.readAllLines(Paths.get(work, "queries.txt"), StandardCharsets.UTF_8)) {
            String[] query = line.split("\t");
            kinds.computeIfAbsent(query[0], k -> new ArrayList<>()).add(query);
        }
        for (Map.Entry<String, List<String[]>> kind : kinds.entrySet()) {
            List<Long> times = new ArrayList<>();
            long hits = 0;
            for (int round = 0; round < WARM_UPS + ROUNDS; round++) {
                for (String[] words : kind.getValue()) {
                    long start = System.nanoTime();
                    long total = ask(searcher, state, words);
                    if (round >= WARM_UPS) {
                        times.add(System.nanoTime() - start);
                        hits += total;
                    }
                }
            }
            Collections.sort(times);
            System.out.printf(Locale.ROOT, "%-7s %-16s p50 %10.1f p99 %10.1f us, hits %d%n", which, kind.getKey(),
                times.get(times.size() / 2) / 1e3, times.get(times.size() * 99 / 100) / 1e3, hits / ROUNDS);
        }
        reader.close();
    }

    static long ask(IndexSearcher searcher, SortedSetDocValuesReaderState state, String[] words) throws IOException {
        Query query;
        switch (words[0].split("\\+")[0]) {
            case "and": case "or":
                BooleanQuery both = new BooleanQuery();
                BooleanClause.Occur occur = words[0].startsWith("and") ? BooleanClause.Occur.MUST : BooleanClause.Occur.SHOULD;
                both.add(new TermQuery(new Term("body", words[1])), occur);
                both.add(new TermQuery(new Term("body", words[2])), occur);
                query = both;
                break;
            case "phrase":
                PhraseQuery phrase = new PhraseQuery();
                phrase.add(new Term("body", words[1]));
                phrase.add(new Term("body", words[2]));
                query = phrase;
                break;
            case "prefix":
                query = new PrefixQuery(new Term("body", words[1]));
                break;
            case "all":
                query = new MatchAllDocsQuery();
                break;
            default:
                query = new TermQuery(new Term("body", words[1]));
        }
        TopDocs top;
        if (words[0].endsWith("+facets")) {
            FacetsCollector collector = new FacetsCollector();
            top = FacetsCollector.search(searcher, query, 20, collector);
            Facets facets = new SortedSetDocValuesFacetCounts(state, collector);
            for (int f = 1; f < NAMES.length; f++) {
                facets.getTopChildren(50, NAMES[f]);
            }
        } else {
            top = searcher.search(query, 20);
        }
        for (ScoreDoc hit : top.scoreDocs) {
            searcher.doc(hit.doc).get("id");
        }
        return top.totalHits;
    }
}
