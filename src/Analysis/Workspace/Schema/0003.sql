-- Version 3: what became of codes (the ledger), codings set aside by it, each person's own decisions, comments looked at whole.

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
CREATE TRIGGER code_ledger_is_never_changed BEFORE UPDATE ON code_ledger BEGIN SELECT RAISE(ABORT, 'the ledger of codes is append-only'); END;
CREATE TRIGGER code_ledger_is_never_cut BEFORE DELETE ON code_ledger BEGIN SELECT RAISE(ABORT, 'the ledger of codes is append-only'); END;

CREATE TABLE codings_next (
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
INSERT INTO codings_next (id, comment_id, code, state, score, evidence, codebook_version, who, at, version)
  SELECT id, comment_id, code, state, score, evidence, codebook_version, who, at, version FROM codings;
DROP VIEW orphaned_codings;
DROP TABLE codings;
ALTER TABLE codings_next RENAME TO codings;
CREATE UNIQUE INDEX codings_of_comment ON codings (comment_id, code) WHERE set_aside_by IS NULL;
CREATE INDEX codings_set_aside ON codings (set_aside_by) WHERE set_aside_by IS NOT NULL;

CREATE VIEW orphaned_codings AS
  SELECT g.*
  FROM codings g
  WHERE g.set_aside_by IS NULL AND NOT EXISTS (
    SELECT 1 FROM comments c
    JOIN source_versions v ON v.id = c.version_id AND v.import_to IS NULL
    WHERE c.id = g.comment_id);

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
CREATE UNIQUE INDEX person_codings_of_comment ON person_codings (comment_id, code, who, blind) WHERE set_aside_by IS NULL;
CREATE INDEX person_codings_of_person ON person_codings (who, blind);
INSERT INTO person_codings (comment_id, code, who, blind, state, evidence, codebook_version, at)
  SELECT comment_id, code, who, 0, state, evidence, codebook_version, at FROM codings WHERE state <> 'Proposed' ORDER BY id;

CREATE TABLE looked_at (
  comment_id TEXT NOT NULL,
  who TEXT NOT NULL,
  blind INTEGER NOT NULL,
  at TEXT NOT NULL,
  codebook_version INTEGER NOT NULL REFERENCES codebook_versions (version),
  PRIMARY KEY (comment_id, who, blind)
);
-- Whoever decided last of a comment of which nothing was left undecided had looked at all of it. (With max(id), SQLite takes the other columns from that row.)
INSERT INTO looked_at (comment_id, who, blind, at, codebook_version)
  SELECT comment_id, who, 0, at, codebook_version FROM
    (SELECT comment_id, who, at, codebook_version, max(id) FROM codings GROUP BY comment_id HAVING sum(state = 'Proposed') = 0);
