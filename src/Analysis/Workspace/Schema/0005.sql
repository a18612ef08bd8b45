-- Version 5: a cell without words keeps what came with its row, so that a table by area counts its respondent among those asked there.
ALTER TABLE left_out ADD COLUMN attributes TEXT NOT NULL DEFAULT '[]';
