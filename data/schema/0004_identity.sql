-- Who was made one person, so that it can be undone; and what the user answered to "the same person?".
CREATE TABLE merge (
    id                INTEGER PRIMARY KEY,
    kept              INTEGER NOT NULL REFERENCES person ON DELETE CASCADE,
    gone              INTEGER NOT NULL,   -- the id that the other one had
    reason            TEXT NOT NULL,
    merged_at         INTEGER NOT NULL,
    -- By what a list or an address book knows either of them again; names as JSON arrays, part by part.
    kept_name         TEXT NOT NULL,
    kept_organisation TEXT NOT NULL,
    kept_email        TEXT NOT NULL,
    kept_place        TEXT NOT NULL,
    gone_name         TEXT NOT NULL,
    gone_organisation TEXT NOT NULL,
    gone_email        TEXT NOT NULL,
    gone_place        TEXT NOT NULL
) STRICT;
CREATE INDEX merge_kept ON merge (kept);

-- What a merge moved or put aside: splitting gives it back.
CREATE TABLE merge_row (
    merge INTEGER NOT NULL REFERENCES merge ON DELETE CASCADE,
    place TEXT NOT NULL,                  -- 'attendance.person': a row that was moved; 'contact gone': one put aside
    key   INTEGER NOT NULL,               -- id of a moved row; of one put aside whether the kept person had its like
    row   TEXT NOT NULL                   -- of one put aside: the whole row as a JSON object
) STRICT;
CREATE INDEX merge_row_merge ON merge_row (merge, place);

-- People who are not the same, by the user's word: never asked again.
CREATE TABLE different_people (
    first    INTEGER NOT NULL REFERENCES person ON DELETE CASCADE,  -- the smaller id
    second   INTEGER NOT NULL REFERENCES person ON DELETE CASCADE,
    said_at  INTEGER NOT NULL,
    PRIMARY KEY (first, second),
    CHECK (first < second)
) STRICT, WITHOUT ROWID;
CREATE INDEX different_people_second ON different_people (second);
