-- What a model of the user's choice made of texts, so that it is asked once. Off unless goals.toml names one.
CREATE TABLE embedding (
    endpoint  TEXT NOT NULL,              -- the address as goals.toml has it
    model     TEXT NOT NULL,
    text_hash TEXT NOT NULL,              -- SHA-256 of the text
    person    INTEGER REFERENCES person ON DELETE CASCADE, -- whose text it is; NULL: a goal's
    vector    BLOB NOT NULL,              -- numbers of four bytes (IEEE 754), the lowest byte first
    PRIMARY KEY (endpoint, model, text_hash)
) STRICT, WITHOUT ROWID;
CREATE INDEX embedding_person ON embedding (person);
