-- The headings of the source's own discussion that a passage stands under; '[]' elsewhere.
ALTER TABLE left_out ADD COLUMN discussion TEXT NOT NULL DEFAULT '[]';
