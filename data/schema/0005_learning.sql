-- Whom the last briefing said to meet: held against what came of it.
CREATE TABLE target (
    event    INTEGER NOT NULL REFERENCES event ON DELETE CASCADE,
    person   INTEGER NOT NULL REFERENCES person ON DELETE CASCADE,
    position INTEGER NOT NULL,            -- 1 for the first on the sheet
    PRIMARY KEY (event, person)
) STRICT, WITHOUT ROWID;
CREATE INDEX target_person ON target (person);

-- What the outcomes taught, step by step; the last one is in force, and can be taken back.
CREATE TABLE weight_step (
    id        INTEGER PRIMARY KEY,
    learnt_at INTEGER NOT NULL,
    weights   TEXT NOT NULL               -- JSON object: signal to factor
) STRICT;
