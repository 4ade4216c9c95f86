-- What the user decides by looking: whom to meet in any case, whom never; notes; weights; and how to undo each of it.
CREATE TABLE judgement (
    event      INTEGER NOT NULL REFERENCES event ON DELETE CASCADE,
    person     INTEGER NOT NULL REFERENCES person ON DELETE CASCADE,
    mark       TEXT NOT NULL DEFAULT '',  -- 'pinned': meet in any case; 'vetoed': never; or empty
    read_title TEXT NOT NULL DEFAULT '',  -- a text of theirs that the user has read, or empty: any
    because    TEXT NOT NULL DEFAULT '',  -- and why it stayed with them
    PRIMARY KEY (event, person)
) STRICT, WITHOUT ROWID;
CREATE INDEX judgement_person ON judgement (person);

CREATE TABLE remark (
    person         INTEGER PRIMARY KEY REFERENCES person ON DELETE CASCADE,
    note           TEXT NOT NULL DEFAULT '',
    tags           TEXT NOT NULL DEFAULT '',  -- one a line
    do_not_mention TEXT NOT NULL DEFAULT '',  -- one a line
    revision       INTEGER NOT NULL DEFAULT 0 -- counts what was decided about the person: whoever saw an older one is told
) STRICT;

CREATE TABLE chosen_weight (
    event   INTEGER NOT NULL REFERENCES event ON DELETE CASCADE,
    name    TEXT NOT NULL,                -- of a goal; or 'offer', 'common ground', 'reachable' behind a '+'
    written REAL NOT NULL,                -- what the goals file said then: once it says something else, it wins
    chosen  REAL NOT NULL,
    PRIMARY KEY (event, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE change (
    id      INTEGER PRIMARY KEY,
    event   INTEGER NOT NULL REFERENCES event ON DELETE CASCADE,
    person  INTEGER REFERENCES person ON DELETE CASCADE, -- NULL: about the event
    what    TEXT NOT NULL,                -- 'mark', 'note', 'tags', 'do not mention', 'because', 'answer', 'weights', 'merge', 'different'
    subject INTEGER NOT NULL DEFAULT 0,   -- the page of an answer, the merge, the other person
    before  TEXT NOT NULL,
    after   TEXT NOT NULL,
    made_at INTEGER NOT NULL
) STRICT;
CREATE INDEX change_person ON change (person);
CREATE INDEX change_event ON change (event);

CREATE TRIGGER search_remark_new AFTER INSERT ON remark BEGIN
    INSERT INTO search_stale SELECT new.person WHERE new.person NOT IN (SELECT person FROM search_stale);
END;
CREATE TRIGGER search_remark_changed AFTER UPDATE ON remark BEGIN
    INSERT INTO search_stale SELECT new.person WHERE new.person NOT IN (SELECT person FROM search_stale);
END;
CREATE TRIGGER search_remark_gone AFTER DELETE ON remark BEGIN
    INSERT INTO search_stale SELECT old.person WHERE old.person NOT IN (SELECT person FROM search_stale);
END;

-- A kept ranking stands on marks and weights, too.
CREATE TRIGGER ranking_judgement_new AFTER INSERT ON judgement WHEN new.mark <> '' BEGIN
    DELETE FROM ranking WHERE event = new.event;
END;
CREATE TRIGGER ranking_judgement_changed AFTER UPDATE OF mark ON judgement WHEN new.mark <> old.mark BEGIN
    DELETE FROM ranking WHERE event = new.event;
END;
CREATE TRIGGER ranking_judgement_gone AFTER DELETE ON judgement WHEN old.mark <> '' BEGIN
    DELETE FROM ranking WHERE event = old.event;
END;
CREATE TRIGGER ranking_weight_new AFTER INSERT ON chosen_weight BEGIN
    DELETE FROM ranking WHERE event = new.event;
END;
CREATE TRIGGER ranking_weight_changed AFTER UPDATE ON chosen_weight BEGIN
    DELETE FROM ranking WHERE event = new.event;
END;
CREATE TRIGGER ranking_weight_gone AFTER DELETE ON chosen_weight BEGIN
    DELETE FROM ranking WHERE event = old.event;
END;
