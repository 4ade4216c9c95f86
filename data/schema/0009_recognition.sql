-- Why a row of a list was taken for somebody named before: on this list, on another one, or at another event.
CREATE TABLE recognition (
    id            INTEGER PRIMARY KEY,
    attendance    INTEGER NOT NULL REFERENCES attendance ON DELETE CASCADE,
    line          INTEGER NOT NULL,       -- of the row, in the list that was read then
    reason        TEXT NOT NULL,          -- what spoke for it and against it, in bits
    probability   REAL NOT NULL,
    recognised_at INTEGER NOT NULL
) STRICT;
CREATE INDEX recognition_attendance ON recognition (attendance);
