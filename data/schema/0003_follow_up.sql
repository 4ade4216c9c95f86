-- What came of it: contacts, encounters, promises, follow-ups, introductions; what must stay forgotten; the search.
CREATE TABLE contact (
    person        INTEGER PRIMARY KEY REFERENCES person ON DELETE CASCADE,
    organisation  TEXT NOT NULL DEFAULT '',   -- what the user or an address book says; empty: see the lists
    role          TEXT NOT NULL DEFAULT '',
    email         TEXT NOT NULL DEFAULT '',
    phone         TEXT NOT NULL DEFAULT '',
    website       TEXT NOT NULL DEFAULT '',
    place         TEXT NOT NULL DEFAULT '',
    birthday      TEXT NOT NULL DEFAULT '',   -- 1980-05-17 or --05-17
    does          TEXT NOT NULL DEFAULT '',   -- what they do, why they do it, what they want, what they can give
    why           TEXT NOT NULL DEFAULT '',
    wants         TEXT NOT NULL DEFAULT '',
    offers        TEXT NOT NULL DEFAULT '',
    interests     TEXT NOT NULL DEFAULT '',
    note          TEXT NOT NULL DEFAULT '',
    rhythm_days   INTEGER NOT NULL DEFAULT 0, -- 0: the usual rhythm
    asleep        INTEGER NOT NULL DEFAULT 0,
    asleep_reason TEXT NOT NULL DEFAULT '',
    kept          INTEGER NOT NULL DEFAULT 0, -- kept on purpose: the purge passes over
    source        TEXT NOT NULL DEFAULT '',   -- "met", or the address book's file
    uid           TEXT NOT NULL DEFAULT '',   -- of the vCard
    card          TEXT NOT NULL DEFAULT '',   -- the vCard as last read: carries what no column holds
    vdir          TEXT NOT NULL DEFAULT '',   -- the folder of vCards that it is kept in step with
    added_at      INTEGER NOT NULL
) STRICT;

CREATE TABLE encounter (
    id                 INTEGER PRIMARY KEY,
    person             INTEGER NOT NULL REFERENCES person ON DELETE CASCADE,
    event              INTEGER REFERENCES event ON DELETE SET NULL,
    kind               TEXT NOT NULL,             -- 'met', 'meeting', 'call', 'mail', 'message', 'post' or 'note'
    by_them            INTEGER NOT NULL DEFAULT 0, -- they took the first step
    happened_at        INTEGER NOT NULL,
    place              TEXT NOT NULL DEFAULT '',
    occasion           TEXT NOT NULL DEFAULT '',
    introduced_by      INTEGER REFERENCES person ON DELETE SET NULL,
    introduced_by_name TEXT NOT NULL DEFAULT '',  -- somebody who is not in the notebook
    talked             TEXT NOT NULL DEFAULT '',
    interests          TEXT NOT NULL DEFAULT '',
    sympathy           INTEGER NOT NULL DEFAULT 0, -- 1 to 5, from the user only; 0: not said
    next_step          TEXT NOT NULL DEFAULT '',
    noted_at           INTEGER NOT NULL
) STRICT;
CREATE INDEX encounter_person ON encounter (person, happened_at);
CREATE INDEX encounter_event ON encounter (event);
CREATE INDEX encounter_introduced_by ON encounter (introduced_by);

CREATE TABLE promise (
    id        INTEGER PRIMARY KEY,
    encounter INTEGER NOT NULL REFERENCES encounter ON DELETE CASCADE,
    person    INTEGER NOT NULL REFERENCES person ON DELETE CASCADE,
    by_them   INTEGER NOT NULL,
    what      TEXT NOT NULL,
    due       TEXT NOT NULL DEFAULT '',           -- ISO 8601, or empty
    state     TEXT NOT NULL DEFAULT 'open',       -- 'open', 'kept' or 'dropped'
    closed_at INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX promise_person ON promise (person);
CREATE INDEX promise_encounter ON promise (encounter);

CREATE TABLE follow_up (
    id        INTEGER PRIMARY KEY,
    uid       TEXT NOT NULL UNIQUE,               -- of the calendar entry
    person    INTEGER NOT NULL REFERENCES person ON DELETE CASCADE, -- whom to write to
    encounter INTEGER NOT NULL REFERENCES encounter ON DELETE CASCADE,
    promise   INTEGER REFERENCES promise ON DELETE CASCADE,
    kind      TEXT NOT NULL,
    due       INTEGER NOT NULL,
    state     TEXT NOT NULL DEFAULT 'open',       -- 'open', 'done' or 'dropped'
    reason    TEXT NOT NULL DEFAULT '',
    revision  INTEGER NOT NULL DEFAULT 0,         -- counts changes, for the calendar
    changed_at INTEGER NOT NULL
) STRICT;
CREATE INDEX follow_up_person ON follow_up (person);
CREATE INDEX follow_up_encounter ON follow_up (encounter);
CREATE INDEX follow_up_promise ON follow_up (promise);
CREATE INDEX follow_up_open ON follow_up (due) WHERE state = 'open';

CREATE TABLE introduction (
    first    INTEGER NOT NULL REFERENCES person ON DELETE CASCADE,  -- the smaller id
    second   INTEGER NOT NULL REFERENCES person ON DELETE CASCADE,
    state    TEXT NOT NULL,                       -- 'asked', 'made' or 'declined'
    reason   TEXT NOT NULL,
    decided_at INTEGER NOT NULL,
    PRIMARY KEY (first, second),
    CHECK (first < second)
) STRICT, WITHOUT ROWID;
CREATE INDEX introduction_second ON introduction (second);

-- What the user says a talk was worth for a goal, to hold against what was expected.
CREATE TABLE outcome (
    person   INTEGER NOT NULL REFERENCES person ON DELETE CASCADE,
    event    INTEGER NOT NULL REFERENCES event ON DELETE CASCADE,
    goal     TEXT NOT NULL,
    worth    INTEGER NOT NULL,                    -- 0 nothing, 1 something, 2 much
    said_at  INTEGER NOT NULL,
    PRIMARY KEY (person, event, goal)
) STRICT, WITHOUT ROWID;
CREATE INDEX outcome_event ON outcome (event);

CREATE TABLE tombstone (
    hash      TEXT PRIMARY KEY,                   -- SHA-256 of salt and key, in hexadecimal
    forgotten_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Single values: the salt of the tombstones, hours a month for contacts, learnt weights.
CREATE TABLE setting (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- One row per person, folded words by field; rowid is the person's id.
CREATE VIRTUAL TABLE search USING fts5 (name, organisation, role, place, met, note, promise, list, page,
    tokenize = "unicode61 remove_diacritics 2");
CREATE VIRTUAL TABLE search_word USING fts5vocab (search, row);

-- Whose row in the index is stale; emptied when the index is brought up to date.
CREATE TABLE search_stale (person INTEGER PRIMARY KEY) STRICT;
INSERT INTO search_stale SELECT id FROM person;

-- No ON CONFLICT here: in a trigger the outer statement's would win.
CREATE TRIGGER search_person_new AFTER INSERT ON person BEGIN
    INSERT INTO search_stale SELECT new.id WHERE new.id NOT IN (SELECT person FROM search_stale);
END;
CREATE TRIGGER search_person_changed AFTER UPDATE ON person BEGIN
    INSERT INTO search_stale SELECT new.id WHERE new.id NOT IN (SELECT person FROM search_stale);
END;
CREATE TRIGGER search_person_gone AFTER DELETE ON person BEGIN
    INSERT INTO search_stale SELECT old.id WHERE old.id NOT IN (SELECT person FROM search_stale);
END;
CREATE TRIGGER search_attendance_new AFTER INSERT ON attendance BEGIN
    INSERT INTO search_stale SELECT new.person WHERE new.person NOT IN (SELECT person FROM search_stale);
END;
CREATE TRIGGER search_attendance_changed AFTER UPDATE ON attendance BEGIN
    INSERT INTO search_stale SELECT new.person WHERE new.person NOT IN (SELECT person FROM search_stale);
    INSERT INTO search_stale SELECT old.person WHERE old.person NOT IN (SELECT person FROM search_stale);
END;
CREATE TRIGGER search_attendance_gone AFTER DELETE ON attendance BEGIN
    INSERT INTO search_stale SELECT old.person WHERE old.person NOT IN (SELECT person FROM search_stale);
END;
CREATE TRIGGER search_contact_new AFTER INSERT ON contact BEGIN
    INSERT INTO search_stale SELECT new.person WHERE new.person NOT IN (SELECT person FROM search_stale);
END;
CREATE TRIGGER search_contact_changed AFTER UPDATE ON contact BEGIN
    INSERT INTO search_stale SELECT new.person WHERE new.person NOT IN (SELECT person FROM search_stale);
END;
CREATE TRIGGER search_contact_gone AFTER DELETE ON contact BEGIN
    INSERT INTO search_stale SELECT old.person WHERE old.person NOT IN (SELECT person FROM search_stale);
END;
CREATE TRIGGER search_encounter_new AFTER INSERT ON encounter BEGIN
    INSERT INTO search_stale SELECT new.person WHERE new.person NOT IN (SELECT person FROM search_stale);
END;
CREATE TRIGGER search_encounter_changed AFTER UPDATE ON encounter BEGIN
    INSERT INTO search_stale SELECT new.person WHERE new.person NOT IN (SELECT person FROM search_stale);
    INSERT INTO search_stale SELECT old.person WHERE old.person NOT IN (SELECT person FROM search_stale);
END;
CREATE TRIGGER search_encounter_gone AFTER DELETE ON encounter BEGIN
    INSERT INTO search_stale SELECT old.person WHERE old.person NOT IN (SELECT person FROM search_stale);
END;
CREATE TRIGGER search_promise_new AFTER INSERT ON promise BEGIN
    INSERT INTO search_stale SELECT new.person WHERE new.person NOT IN (SELECT person FROM search_stale);
END;
CREATE TRIGGER search_promise_changed AFTER UPDATE ON promise BEGIN
    INSERT INTO search_stale SELECT new.person WHERE new.person NOT IN (SELECT person FROM search_stale);
    INSERT INTO search_stale SELECT old.person WHERE old.person NOT IN (SELECT person FROM search_stale);
END;
CREATE TRIGGER search_promise_gone AFTER DELETE ON promise BEGIN
    INSERT INTO search_stale SELECT old.person WHERE old.person NOT IN (SELECT person FROM search_stale);
END;
CREATE TRIGGER search_link_new AFTER INSERT ON link BEGIN
    INSERT INTO search_stale SELECT new.person WHERE new.person NOT IN (SELECT person FROM search_stale);
END;
CREATE TRIGGER search_link_changed AFTER UPDATE ON link BEGIN
    INSERT INTO search_stale SELECT new.person WHERE new.person NOT IN (SELECT person FROM search_stale);
    INSERT INTO search_stale SELECT old.person WHERE old.person NOT IN (SELECT person FROM search_stale);
END;
CREATE TRIGGER search_link_gone AFTER DELETE ON link BEGIN
    INSERT INTO search_stale SELECT old.person WHERE old.person NOT IN (SELECT person FROM search_stale);
END;
