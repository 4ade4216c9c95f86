-- The ranking of a large event as it was made last, so that it need not be made again while nothing has changed:
-- whatever changes what it stands on takes it away in the same transaction.
CREATE TABLE ranking (
    event       INTEGER PRIMARY KEY REFERENCES event ON DELETE CASCADE,
    fingerprint TEXT NOT NULL,            -- of goals, day, weights, word lists and program
    shortlist   BLOB NOT NULL,
    people      BLOB NOT NULL             -- their ids, best first
) STRICT;

CREATE TABLE ranking_part (
    event   INTEGER NOT NULL REFERENCES ranking ON DELETE CASCADE,
    part    INTEGER NOT NULL,             -- 0 holds the best
    matches BLOB NOT NULL,
    PRIMARY KEY (event, part)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER ranking_attendance_new AFTER INSERT ON attendance BEGIN
    DELETE FROM ranking WHERE event = new.event;
END;
CREATE TRIGGER ranking_attendance_changed AFTER UPDATE ON attendance BEGIN
    DELETE FROM ranking WHERE event IN (new.event, old.event);
END;
CREATE TRIGGER ranking_attendance_gone AFTER DELETE ON attendance BEGIN
    DELETE FROM ranking WHERE event = old.event;
END;
CREATE TRIGGER ranking_list_changed AFTER UPDATE ON list BEGIN
    DELETE FROM ranking WHERE event IN (new.event, old.event);
END;
CREATE TRIGGER ranking_link_new AFTER INSERT ON link BEGIN
    DELETE FROM ranking;
END;
CREATE TRIGGER ranking_link_changed AFTER UPDATE ON link BEGIN
    DELETE FROM ranking;
END;
CREATE TRIGGER ranking_link_gone AFTER DELETE ON link BEGIN
    DELETE FROM ranking;
END;
CREATE TRIGGER ranking_snippet_changed AFTER UPDATE ON snippet BEGIN
    DELETE FROM ranking;
END;
CREATE TRIGGER ranking_page_changed AFTER UPDATE ON page BEGIN
    DELETE FROM ranking;
END;
