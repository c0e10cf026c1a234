# What an administrator looks at before a text is published, and corrects.

refusal-no-body = The file "{ $file }" has no text to read on a screen.
refusal-not-bilingual = The file "{ $file }" does not hold the Kazakh and the Russian text side by side, in two columns of a table.
refusal-words-lost = The file "{ $file }" reads without words now. The earlier text is kept.
