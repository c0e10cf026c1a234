DROP TABLE passages;
DROP FUNCTION refuse_changed_passage();
DROP TABLE vocabulary;
DROP TABLE indexed_texts;
