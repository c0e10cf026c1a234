-- How the union looks in print: its emblem as SVG path data, and one colour.
ALTER TABLE state ADD COLUMN emblem TEXT NOT NULL DEFAULT '';
ALTER TABLE state ADD COLUMN accent TEXT NOT NULL DEFAULT '#005f6e';
