-- Version 4: what publication needs and must never leave the workspace: the secret behind the pseudonyms, the pseudonyms, what was decided on names.
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

CREATE TABLE name_decisions (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  decision TEXT NOT NULL,
  who TEXT NOT NULL,
  at TEXT NOT NULL
);
