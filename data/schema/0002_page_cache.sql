-- What was fetched, so that a second run asks almost nothing; and who was asked about whom.
CREATE TABLE page_cache (
    address       TEXT PRIMARY KEY,       -- as asked, without secrets
    final_address TEXT NOT NULL,          -- that answered, after redirects
    status        INTEGER NOT NULL,
    content_type  TEXT NOT NULL,
    etag          TEXT NOT NULL,
    last_modified TEXT NOT NULL,          -- as the server wrote it
    fetched_at    INTEGER NOT NULL,       -- or confirmed by the server; seconds since 1970, UTC
    used_at       INTEGER NOT NULL,
    size          INTEGER NOT NULL,       -- of the body before compression
    stored        INTEGER NOT NULL,       -- of the body as stored
    body          BLOB NOT NULL           -- zlib
) STRICT;
CREATE INDEX page_cache_used ON page_cache (used_at, stored);

CREATE TABLE source_state (
    person   INTEGER NOT NULL REFERENCES person ON DELETE CASCADE,
    source   TEXT NOT NULL,
    state    TEXT NOT NULL,               -- 'found', 'nothing', 'not asked', 'refused' or 'failed'
    asked_at INTEGER NOT NULL,
    requests INTEGER NOT NULL,
    snippets INTEGER NOT NULL,
    detail   TEXT NOT NULL,               -- one sentence, or empty
    PRIMARY KEY (person, source)
) STRICT, WITHOUT ROWID;
