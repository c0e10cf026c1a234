DROP TABLE passages;
DROP TABLE passage_words;
DROP TABLE vocabulary;
DROP TABLE indexed_texts;
