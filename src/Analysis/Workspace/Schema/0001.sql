-- Version 1 of a workspace. docs/guide/workspace.md describes every table and column.

CREATE TABLE journal (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  at TEXT NOT NULL,
  who TEXT NOT NULL,
  kind TEXT NOT NULL,
  subject TEXT NOT NULL,
  data TEXT NOT NULL
);
CREATE INDEX journal_of_kind ON journal (kind, id);
CREATE INDEX journal_of_subject ON journal (subject, id);
CREATE TRIGGER journal_is_never_changed BEFORE UPDATE ON journal BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER journal_is_never_cut BEFORE DELETE ON journal BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;

CREATE TABLE sources (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL UNIQUE
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
CREATE UNIQUE INDEX source_versions_in_force ON source_versions (source_id) WHERE import_to IS NULL;
CREATE INDEX source_versions_of_source ON source_versions (source_id);
CREATE INDEX source_versions_from ON source_versions (import_from);
CREATE INDEX source_versions_to ON source_versions (import_to);

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
CREATE INDEX comments_by_id ON comments (id);

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
  text TEXT NOT NULL,
  PRIMARY KEY (version_id, position)
);

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
CREATE INDEX problems_of_version ON problems (version_id);
CREATE INDEX problems_from ON problems (import_from);
CREATE INDEX problems_to ON problems (import_to);

CREATE TABLE skipped (
  path TEXT PRIMARY KEY,
  import_from INTEGER NOT NULL REFERENCES journal (id)
);

CREATE TABLE codebook_versions (
  version INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  who TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  yaml TEXT NOT NULL
);

CREATE TABLE codings (
  id INTEGER PRIMARY KEY,
  comment_id TEXT NOT NULL,
  code TEXT NOT NULL,
  state TEXT NOT NULL,
  score REAL,
  evidence TEXT NOT NULL,
  codebook_version INTEGER NOT NULL REFERENCES codebook_versions (version),
  who TEXT NOT NULL,
  at TEXT NOT NULL,
  version INTEGER NOT NULL,
  UNIQUE (comment_id, code)
);

CREATE VIEW current_comments AS
  SELECT s.name AS source, c.*
  FROM comments c
  JOIN source_versions v ON v.id = c.version_id AND v.import_to IS NULL
  JOIN sources s ON s.id = v.source_id;

CREATE VIEW orphaned_codings AS
  SELECT g.*
  FROM codings g
  WHERE NOT EXISTS (
    SELECT 1 FROM comments c
    JOIN source_versions v ON v.id = c.version_id AND v.import_to IS NULL
    WHERE c.id = g.comment_id);
