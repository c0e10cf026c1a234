-- New words go into the index itself, not onto a list that every question reads from its beginning to its end: a question is
-- asked far more often than a text is published, and the list grows to megabytes.
ALTER INDEX passages_by_word SET (fastupdate = off);
ALTER INDEX names_by_word SET (fastupdate = off);
SELECT gin_clean_pending_list('passages_by_word'), gin_clean_pending_list('names_by_word');
