-- A workspace as format 6 keeps it, with invented answers: format 5's recorded workspace, brought up to format 6, a comment coded elsewhere; recorded with sqlite3's .dump and never changed.
PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE code_ledger (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  version INTEGER NOT NULL REFERENCES codebook_versions (version),
  at TEXT NOT NULL,
  who TEXT NOT NULL,
  operation TEXT NOT NULL,
  from_codes TEXT NOT NULL,
  to_codes TEXT NOT NULL,
  note TEXT NOT NULL
);
INSERT INTO code_ledger VALUES(1,2,'2026-06-01T09:30:00.0000000+09:00','野々村','Added','[]','["day"]','日中の意見が増えた');
CREATE TABLE codebook_versions (
  version INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  who TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  yaml TEXT NOT NULL
);
INSERT INTO codebook_versions VALUES(1,'2026-05-20T12:00:00.1230000+09:00','佐倉','329b94c15f6bb3ca3e3dad50948899d57aca976bd5385b916e3d4e04c7339ac7',replace('codes:\n- id: move\n  name: 移動\n- id: night\n  name: 夜間\n','\n',char(10)));
INSERT INTO codebook_versions VALUES(2,'2026-06-01T09:30:00.0000000+09:00','野々村','9d2a249ddce42639dbd7c29d6fde5975139064652aad978c0a8c58494a436338',replace('codes:\n- id: move\n  name: 移動\n- id: night\n  name: 夜間\n- id: day\n  name: 日中\n','\n',char(10)));
CREATE TABLE IF NOT EXISTS "codings" (
  id INTEGER PRIMARY KEY,
  comment_id TEXT NOT NULL,
  code TEXT NOT NULL,
  state TEXT NOT NULL,
  score REAL,
  evidence TEXT NOT NULL,
  rule TEXT,
  codebook_version INTEGER NOT NULL REFERENCES codebook_versions (version),
  who TEXT NOT NULL,
  at TEXT NOT NULL,
  version INTEGER NOT NULL,
  ledger_entry INTEGER REFERENCES code_ledger (id),
  set_aside_by INTEGER REFERENCES code_ledger (id)
);
INSERT INTO codings VALUES(1,'e4ad7bff9308','move','Accepted',0.25,'[{"start":0,"end":2},{"start":3,"end":5}]',NULL,1,'佐倉','2026-05-20T12:00:00.1230000+09:00',1,NULL,NULL);
INSERT INTO codings VALUES(2,'85cb834dabec','move','Accepted',0.25,'[{"start":0,"end":2},{"start":3,"end":5}]',NULL,1,'佐倉','2026-05-20T12:00:00.1230000+09:00',1,NULL,NULL);
INSERT INTO codings VALUES(3,'0ae8df5066bb','night','Rejected',0.25,'[{"start":0,"end":2},{"start":3,"end":5}]',NULL,1,'佐倉','2026-05-20T12:00:00.1230000+09:00',1,NULL,NULL);
CREATE TABLE comments (
  version_id INTEGER NOT NULL REFERENCES source_versions (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  id TEXT NOT NULL,
  kind TEXT NOT NULL,
  respondent TEXT,
  meeting TEXT,
  question TEXT,
  year INTEGER,
  line_start INTEGER NOT NULL,
  line_end INTEGER NOT NULL,
  page INTEGER,
  "row" INTEGER,
  "column" TEXT,
  sheet TEXT,
  item INTEGER,
  text TEXT NOT NULL,
  attributes TEXT NOT NULL,
  PRIMARY KEY (version_id, position)
);
INSERT INTO comments VALUES(1,0,'e4ad7bff9308','Answer','青葉',NULL,'困っていること',2024,2,2,NULL,2,'困っていること',NULL,NULL,'送迎が足りない。','[]');
INSERT INTO comments VALUES(1,1,'85cb834dabec','Answer','若草',NULL,'困っていること',2024,3,3,NULL,3,'困っていること',NULL,NULL,'夜が不安だ。','[]');
INSERT INTO comments VALUES(2,0,'e4ad7bff9308','Answer','青葉',NULL,'困っていること',2024,2,2,NULL,2,'困っていること',NULL,NULL,'送迎が足りない。','[]');
INSERT INTO comments VALUES(2,1,'4043b8c2314a','Answer','若草',NULL,'困っていること',2024,3,3,NULL,3,'困っていること',NULL,NULL,'夜間が不安だ。','[]');
INSERT INTO comments VALUES(2,2,'0ae8df5066bb','Answer',NULL,NULL,'困っていること',2024,4,4,NULL,4,'困っていること',NULL,NULL,'道が暗い。','[]');
CREATE TABLE count_tables (
  version_id INTEGER NOT NULL REFERENCES source_versions (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  title TEXT NOT NULL,
  columns TEXT NOT NULL,
  rows TEXT NOT NULL,
  total TEXT,
  line_start INTEGER NOT NULL,
  line_end INTEGER NOT NULL,
  page INTEGER,
  "row" INTEGER,
  "column" TEXT,
  sheet TEXT,
  item INTEGER,
  PRIMARY KEY (version_id, position)
);
CREATE TABLE journal (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  at TEXT NOT NULL,
  who TEXT NOT NULL,
  kind TEXT NOT NULL,
  subject TEXT NOT NULL,
  data TEXT NOT NULL
);
INSERT INTO journal VALUES(1,'2026-05-20T12:00:00.1230000+09:00','佐倉','Import','','[{"source":"回答.csv","outcome":"Added","sameAs":null,"added":2,"unchanged":0,"moved":0,"changed":0,"removed":0,"codingsKept":0,"codingsSetAside":0,"codingsReturned":0}]');
INSERT INTO journal VALUES(2,'2026-05-20T12:00:00.1230000+09:00','佐倉','Codebook','1','{"sha256":"329b94c15f6bb3ca3e3dad50948899d57aca976bd5385b916e3d4e04c7339ac7"}');
INSERT INTO journal VALUES(3,'2026-05-20T12:00:00.1230000+09:00','佐倉','Coding','e4ad7bff9308','{"commentId":"e4ad7bff9308","code":"move","state":"Accepted","score":0.25,"evidence":[{"start":0,"end":2},{"start":3,"end":5}],"codebookVersion":1,"who":"佐倉","when":"2026-05-20T12:00:00.123+09:00","version":1,"id":1}');
INSERT INTO journal VALUES(4,'2026-05-20T12:00:00.1230000+09:00','佐倉','Coding','85cb834dabec','{"commentId":"85cb834dabec","code":"move","state":"Accepted","score":0.25,"evidence":[{"start":0,"end":2},{"start":3,"end":5}],"codebookVersion":1,"who":"佐倉","when":"2026-05-20T12:00:00.123+09:00","version":1,"id":2}');
INSERT INTO journal VALUES(5,'2026-05-20T12:00:00.1230000+09:00','佐倉','Import','','[{"source":"回答.csv","outcome":"Corrected","sameAs":null,"added":1,"unchanged":1,"moved":0,"changed":1,"removed":0,"codingsKept":1,"codingsSetAside":1,"codingsReturned":0}]');
INSERT INTO journal VALUES(6,'2026-05-20T12:00:00.1230000+09:00','佐倉','Coding','0ae8df5066bb','{"commentId":"0ae8df5066bb","code":"night","state":"Rejected","score":0.25,"evidence":[{"start":0,"end":2},{"start":3,"end":5}],"codebookVersion":1,"who":"佐倉","when":"2026-05-20T12:00:00.123+09:00","version":1,"id":3}');
INSERT INTO journal VALUES(7,'2026-06-01T09:30:00.0000000+09:00','野々村','Codebook','2','{"sha256":"9d2a249ddce42639dbd7c29d6fde5975139064652aad978c0a8c58494a436338"}');
INSERT INTO journal VALUES(8,'2026-06-01T09:30:00.0000000+09:00','野々村','CodesChanged','2','{"steps":[{"operation":"Added","from":[],"to":["day"],"changesMeaning":true}],"carriedOver":0,"setAside":0,"reopened":0}');
CREATE TABLE left_out (
  version_id INTEGER NOT NULL REFERENCES source_versions (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  reason TEXT NOT NULL,
  respondent TEXT,
  question TEXT,
  year INTEGER,
  line_start INTEGER NOT NULL,
  line_end INTEGER NOT NULL,
  page INTEGER,
  "row" INTEGER,
  "column" TEXT,
  sheet TEXT,
  item INTEGER,
  text TEXT NOT NULL, discussion TEXT NOT NULL DEFAULT '[]', attributes TEXT NOT NULL DEFAULT '[]',
  PRIMARY KEY (version_id, position)
);
INSERT INTO left_out VALUES(2,0,'Blank','みさき','夜間',2026,9,9,NULL,9,'夜間',NULL,NULL,'','[]','[{"name":"圏域","value":"北"}]');
CREATE TABLE looked_at (
  comment_id TEXT NOT NULL,
  who TEXT NOT NULL,
  blind INTEGER NOT NULL,
  at TEXT NOT NULL,
  codebook_version INTEGER NOT NULL REFERENCES codebook_versions (version),
  PRIMARY KEY (comment_id, who, blind)
);
INSERT INTO looked_at VALUES('0ae8df5066bb','佐倉',0,'2026-05-20T12:00:00.1230000+09:00',1);
INSERT INTO looked_at VALUES('85cb834dabec','佐倉',0,'2026-05-20T12:00:00.1230000+09:00',1);
INSERT INTO looked_at VALUES('e4ad7bff9308','佐倉',0,'2026-05-20T12:00:00.1230000+09:00',1);
CREATE TABLE meetings (
  version_id INTEGER NOT NULL REFERENCES source_versions (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  id TEXT NOT NULL,
  title TEXT NOT NULL,
  date TEXT,
  date_text TEXT,
  venue TEXT,
  organisations INTEGER,
  people INTEGER,
  participants_text TEXT,
  absent_text TEXT,
  topic TEXT,
  content TEXT,
  line_start INTEGER NOT NULL,
  line_end INTEGER NOT NULL,
  page INTEGER,
  "row" INTEGER,
  "column" TEXT,
  sheet TEXT,
  item INTEGER,
  PRIMARY KEY (version_id, position)
);
CREATE TABLE person_codings (
  id INTEGER PRIMARY KEY,
  comment_id TEXT NOT NULL,
  code TEXT NOT NULL,
  who TEXT NOT NULL,
  blind INTEGER NOT NULL,
  state TEXT NOT NULL,
  evidence TEXT NOT NULL,
  codebook_version INTEGER NOT NULL REFERENCES codebook_versions (version),
  at TEXT NOT NULL,
  ledger_entry INTEGER REFERENCES code_ledger (id),
  set_aside_by INTEGER REFERENCES code_ledger (id)
);
INSERT INTO person_codings VALUES(1,'e4ad7bff9308','move','佐倉',0,'Accepted','[{"start":0,"end":2},{"start":3,"end":5}]',1,'2026-05-20T12:00:00.1230000+09:00',NULL,NULL);
INSERT INTO person_codings VALUES(2,'85cb834dabec','move','佐倉',0,'Accepted','[{"start":0,"end":2},{"start":3,"end":5}]',1,'2026-05-20T12:00:00.1230000+09:00',NULL,NULL);
INSERT INTO person_codings VALUES(3,'0ae8df5066bb','night','佐倉',0,'Rejected','[{"start":0,"end":2},{"start":3,"end":5}]',1,'2026-05-20T12:00:00.1230000+09:00',NULL,NULL);
CREATE TABLE problems (
  id INTEGER PRIMARY KEY,
  version_id INTEGER REFERENCES source_versions (id) ON DELETE CASCADE,
  import_from INTEGER NOT NULL REFERENCES journal (id),
  import_to INTEGER REFERENCES journal (id),
  position INTEGER NOT NULL,
  severity TEXT NOT NULL,
  file TEXT NOT NULL,
  line INTEGER,
  what_ja TEXT NOT NULL,
  what_en TEXT NOT NULL,
  remedy_ja TEXT NOT NULL,
  remedy_en TEXT NOT NULL
);
CREATE TABLE skipped (
  path TEXT PRIMARY KEY,
  import_from INTEGER NOT NULL REFERENCES journal (id)
);
CREATE TABLE source_versions (
  id INTEGER PRIMARY KEY,
  source_id INTEGER NOT NULL REFERENCES sources (id),
  import_from INTEGER NOT NULL REFERENCES journal (id),
  import_to INTEGER REFERENCES journal (id),
  sha256 TEXT NOT NULL,
  format TEXT NOT NULL,
  encoding TEXT NOT NULL,
  title TEXT,
  year INTEGER,
  lines INTEGER NOT NULL,
  columns TEXT NOT NULL,
  mapping TEXT
);
INSERT INTO source_versions VALUES(1,1,1,5,'3c7d7e1d57d01aa03658bcbd90276e45fe5faa500c4ee332b8c67f48d35acb23','Delimited','utf-8',NULL,2024,3,'[{"header":"事業所","role":"Respondent"},{"header":"困っていること","role":"Text"}]',replace('respondent: 事業所\n','\n',char(10)));
INSERT INTO source_versions VALUES(2,1,5,NULL,'f0757825dc74a485aa36e0571344e3a73336dab83de814651857499aeb79c10c','Delimited','utf-8',NULL,2024,4,'[{"header":"事業所","role":"Respondent"},{"header":"困っていること","role":"Text"}]',NULL);
CREATE TABLE sources (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL UNIQUE
);
INSERT INTO sources VALUES(1,'3c7d7e1d57d01aa03658bcbd90276e45fe5faa500c4ee332b8c67f48d35acb23','回答.csv');
CREATE TABLE privacy_key (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  secret BLOB NOT NULL
);
CREATE TABLE pseudonyms (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  text TEXT NOT NULL,
  UNIQUE (kind, name)
);
INSERT INTO pseudonyms VALUES(1,'Company','みどり食品','Ａ社');
CREATE TABLE name_decisions (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  decision TEXT NOT NULL,
  who TEXT NOT NULL,
  at TEXT NOT NULL
);
INSERT INTO name_decisions VALUES(1,'Company','みどり食品','Mask','佐倉','2026-05-20T12:00:00.1230000+09:00');
CREATE TABLE publications (
  id INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  who TEXT NOT NULL,
  respondents TEXT NOT NULL
);
INSERT INTO publications VALUES(1,'2026-06-02T09:30:00.0000000+09:00','佐倉','["0f3a","51bc"]');
CREATE TABLE coded_elsewhere (
  comment_id TEXT NOT NULL,
  who TEXT NOT NULL,
  at TEXT NOT NULL,
  codebook_version INTEGER NOT NULL REFERENCES codebook_versions (version),
  PRIMARY KEY (comment_id, who)
);
INSERT INTO coded_elsewhere VALUES('0ae8df5066bb','佐倉','2026-06-02T09:40:00.0000000+09:00',1);
DELETE FROM sqlite_sequence;
INSERT INTO sqlite_sequence VALUES('journal',8);
INSERT INTO sqlite_sequence VALUES('code_ledger',1);
CREATE INDEX journal_of_kind ON journal (kind, id);
CREATE INDEX journal_of_subject ON journal (subject, id);
CREATE TRIGGER journal_is_never_changed BEFORE UPDATE ON journal BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER journal_is_never_cut BEFORE DELETE ON journal BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE UNIQUE INDEX source_versions_in_force ON source_versions (source_id) WHERE import_to IS NULL;
CREATE INDEX source_versions_of_source ON source_versions (source_id);
CREATE INDEX source_versions_from ON source_versions (import_from);
CREATE INDEX source_versions_to ON source_versions (import_to);
CREATE INDEX comments_by_id ON comments (id);
CREATE INDEX problems_of_version ON problems (version_id);
CREATE INDEX problems_from ON problems (import_from);
CREATE INDEX problems_to ON problems (import_to);
CREATE VIEW current_comments AS
  SELECT s.name AS source, c.*
  FROM comments c
  JOIN source_versions v ON v.id = c.version_id AND v.import_to IS NULL
  JOIN sources s ON s.id = v.source_id;
CREATE TRIGGER code_ledger_is_never_changed BEFORE UPDATE ON code_ledger BEGIN SELECT RAISE(ABORT, 'the ledger of codes is append-only'); END;
CREATE TRIGGER code_ledger_is_never_cut BEFORE DELETE ON code_ledger BEGIN SELECT RAISE(ABORT, 'the ledger of codes is append-only'); END;
CREATE UNIQUE INDEX codings_of_comment ON codings (comment_id, code) WHERE set_aside_by IS NULL;
CREATE INDEX codings_set_aside ON codings (set_aside_by) WHERE set_aside_by IS NOT NULL;
CREATE VIEW orphaned_codings AS
  SELECT g.*
  FROM codings g
  WHERE g.set_aside_by IS NULL AND NOT EXISTS (
    SELECT 1 FROM comments c
    JOIN source_versions v ON v.id = c.version_id AND v.import_to IS NULL
    WHERE c.id = g.comment_id);
CREATE UNIQUE INDEX person_codings_of_comment ON person_codings (comment_id, code, who, blind) WHERE set_aside_by IS NULL;
CREATE INDEX person_codings_of_person ON person_codings (who, blind);
COMMIT;
PRAGMA user_version = 6;
PRAGMA application_id = 1180847202;
