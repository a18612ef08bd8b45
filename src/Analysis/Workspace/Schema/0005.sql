-- Version 5: a cell without words keeps what came with its row, so that a table by area counts its respondent among those asked there; whom each publication counted, so
-- that it is told where another one set beside it would tell what few of them said.
ALTER TABLE left_out ADD COLUMN attributes TEXT NOT NULL DEFAULT '[]';

CREATE TABLE publications (
  id INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  who TEXT NOT NULL,
  respondents TEXT NOT NULL
);
