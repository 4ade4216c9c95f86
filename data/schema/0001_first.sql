-- The first notebook. One table per kind of thing; provenance (raw rows, quotes) is never dropped.
CREATE TABLE event (
    id        INTEGER PRIMARY KEY,
    name      TEXT NOT NULL UNIQUE,
    place     TEXT NOT NULL DEFAULT '',
    starts    TEXT NOT NULL DEFAULT '',   -- ISO 8601, or empty
    ends      TEXT NOT NULL DEFAULT '',
    goals     TEXT NOT NULL DEFAULT '',   -- the goals.toml used last, whole
    last_used INTEGER NOT NULL            -- seconds since 1970, UTC
) STRICT;

CREATE TABLE list (
    id           INTEGER PRIMARY KEY,
    event        INTEGER NOT NULL REFERENCES event ON DELETE CASCADE,
    file         TEXT NOT NULL,
    format       TEXT NOT NULL,
    encoding     TEXT NOT NULL,
    content_hash TEXT NOT NULL,
    rows         INTEGER NOT NULL,
    imported_at  INTEGER NOT NULL,
    UNIQUE (event, content_hash)
) STRICT;

CREATE TABLE person (
    id         INTEGER PRIMARY KEY,
    written    TEXT NOT NULL,
    salutation TEXT NOT NULL,             -- '', 'mr' or 'mrs': what a list said, never a guess
    title      TEXT NOT NULL,
    given      TEXT NOT NULL,
    middle     TEXT NOT NULL,
    family     TEXT NOT NULL,
    suffix     TEXT NOT NULL,
    nickname   TEXT NOT NULL,
    maiden     TEXT NOT NULL,
    confidence REAL NOT NULL
) STRICT;

CREATE TABLE attendance (
    id           INTEGER PRIMARY KEY,
    event        INTEGER NOT NULL REFERENCES event ON DELETE CASCADE,
    list         INTEGER NOT NULL REFERENCES list,
    person       INTEGER NOT NULL REFERENCES person ON DELETE CASCADE,
    line         INTEGER NOT NULL,
    organisation TEXT NOT NULL,
    unit         TEXT NOT NULL,
    role         TEXT NOT NULL,
    email        TEXT NOT NULL,
    website      TEXT NOT NULL,
    place        TEXT NOT NULL,
    country      TEXT NOT NULL,
    about        TEXT NOT NULL,
    status       TEXT NOT NULL,           -- 'coming', 'pending', 'waiting' or 'cancelled'
    gone         INTEGER NOT NULL DEFAULT 0,
    name         TEXT NOT NULL,           -- JSON array: the name on this row, part by part
    others       TEXT NOT NULL,           -- JSON array: header, value, header, value ...
    talks        TEXT NOT NULL,           -- JSON array of arrays: title, abstract, room, starts, ends
    raw          TEXT NOT NULL            -- JSON array: header, value, header, value ...
) STRICT;
CREATE INDEX attendance_event ON attendance (event);
CREATE INDEX attendance_person ON attendance (person);

CREATE TABLE page (
    id           INTEGER PRIMARY KEY,
    file         TEXT NOT NULL,
    address      TEXT NOT NULL,
    site         TEXT NOT NULL,
    title        TEXT NOT NULL,
    authors      TEXT NOT NULL,           -- JSON array
    published    TEXT NOT NULL,           -- ISO 8601 as far as known, or empty
    modified     TEXT NOT NULL,
    language     TEXT NOT NULL,           -- 'de', 'en' or empty
    kind         TEXT NOT NULL,
    text         TEXT NOT NULL,
    content_hash TEXT NOT NULL,
    read_at      INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX page_file ON page (file) WHERE file <> '';
CREATE UNIQUE INDEX page_address ON page (address) WHERE file = '';
CREATE INDEX page_content_hash ON page (content_hash);

CREATE TABLE snippet (
    id       INTEGER PRIMARY KEY,
    page     INTEGER NOT NULL REFERENCES page ON DELETE CASCADE,
    position INTEGER NOT NULL,
    quote    TEXT NOT NULL,
    language TEXT NOT NULL,
    UNIQUE (page, position)
) STRICT;

CREATE TABLE link (
    snippet     INTEGER NOT NULL REFERENCES snippet ON DELETE CASCADE,
    person      INTEGER NOT NULL REFERENCES person ON DELETE CASCADE,
    probability REAL NOT NULL,
    state       TEXT NOT NULL,            -- 'quotable', 'question' or 'rejected'
    by_user     INTEGER NOT NULL DEFAULT 0,
    signals     TEXT NOT NULL,            -- JSON array of arrays: name, detail, weight
    PRIMARY KEY (snippet, person)
) STRICT, WITHOUT ROWID;
CREATE INDEX link_person ON link (person);
