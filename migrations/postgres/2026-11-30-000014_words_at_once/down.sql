ALTER INDEX passages_by_word RESET (fastupdate);
ALTER INDEX names_by_word RESET (fastupdate);
