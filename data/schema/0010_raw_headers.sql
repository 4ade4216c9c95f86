-- The headers of a list, once instead of in every raw row: an attendance's raw cells are now a JSON array that
-- begins with a key of this table, the values behind it; a joined row goes on with another key and its values.
-- Rows written before begin with a text (header, value, header, value ...) and are read as they are.
CREATE TABLE raw_header (
    id      INTEGER PRIMARY KEY,
    headers TEXT NOT NULL                 -- JSON array
) STRICT;
CREATE INDEX raw_header_headers ON raw_header (headers);
