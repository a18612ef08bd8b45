-- Version 6: comments that somebody coded whole in a table or in another program. Agreement goes by it; what stands, and what is left to code, does not.
CREATE TABLE coded_elsewhere (
  comment_id TEXT NOT NULL,
  who TEXT NOT NULL,
  at TEXT NOT NULL,
  codebook_version INTEGER NOT NULL REFERENCES codebook_versions (version),
  PRIMARY KEY (comment_id, who)
);
