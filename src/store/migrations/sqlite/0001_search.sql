CREATE VIRTUAL TABLE provision_fts USING fts5(folded, content='provision', content_rowid='id', tokenize="unicode61 remove_diacritics 0");
--> statement-breakpoint
CREATE VIRTUAL TABLE provision_terms USING fts5vocab('provision_fts', 'row');
