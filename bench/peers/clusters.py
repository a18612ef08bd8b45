#!/usr/bin/python3
# Groups of comments by scikit-learn, from words that are cut already: clusters.py WORDS K, a comment a line as label TAB words.
# Debian: python3-sklearn. Times begin with the words and end with a group a comment; the import is not counted.
import sys, time, warnings
import numpy as np
import scipy.sparse as sp
from sklearn.cluster import KMeans
from sklearn.decomposition import NMF
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.metrics import adjusted_rand_score, normalized_mutual_info_score
from sklearn.preprocessing import normalize

warnings.filterwarnings('ignore')
labels, docs = [], []
for line in open(sys.argv[1], encoding='utf-8'):
    label, words = line.rstrip('\n').split('\t')
    labels.append(label)
    docs.append(words.split())
k = int(sys.argv[2])


def weights():
    return TfidfVectorizer(analyzer=lambda d: d, min_df=3, max_df=0.3, sublinear_tf=True).fit_transform(docs)


def smoothed():
    """X (I + 0.3 S), S the cosines of at least .25 of rows of positive pointwise mutual information."""
    x = weights()
    b = (x > 0).astype(float)
    c = (b.T @ b).tocoo()
    off = c.row != c.col
    sums = np.bincount(c.row[off], weights=c.data[off], minlength=x.shape[1])
    keep = off & (c.data >= 2)
    value = np.log(c.data[keep] * sums.sum() / (sums[c.row[keep]] * sums[c.col[keep]]))
    plus = value > 0
    p = normalize(sp.csr_matrix((value[plus], (c.row[keep][plus], c.col[keep][plus])), shape=c.shape))
    s = (p @ p.T).tocsr()
    s.setdiag(0)
    s.data[s.data < 0.25] = 0
    s.eliminate_zeros()
    return normalize(x + 0.3 * (x @ s))


def nmf(x):
    model = NMF(k, init='nndsvda', max_iter=100, random_state=1)
    w = model.fit_transform(x)
    return (w * np.sqrt((model.components_ ** 2).sum(1))).argmax(1)


for name, run in (
        ('scikit-learn TF-IDF, k-means (n_init 4)', lambda: KMeans(k, n_init=4, random_state=1).fit_predict(weights())),
        ('scikit-learn TF-IDF, NMF', lambda: nmf(weights())),
        ('scikit-learn TF-IDF smoothed, NMF', lambda: nmf(smoothed()))):
    walls, cpus = [], []
    for _ in range(3):
        start, used = time.perf_counter(), time.process_time()
        group = run()
        walls.append(time.perf_counter() - start)
        cpus.append(time.process_time() - used)
    print('%-48s wall %7.3f s  cpu %7.3f s  ARI %.3f  NMI %.3f' % (
        name, sorted(walls)[1], sorted(cpus)[1], adjusted_rand_score(labels, group), normalized_mutual_info_score(labels, group)), flush=True)
