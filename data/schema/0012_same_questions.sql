-- Who may be one and the same, as the last look saw it: an import asks about the rows that it weighs anyway.
CREATE TABLE same_question (
    first       INTEGER NOT NULL REFERENCES person ON DELETE CASCADE,
    second      INTEGER NOT NULL REFERENCES person ON DELETE CASCADE,
    bits        REAL NOT NULL,
    probability REAL NOT NULL,
    signals     TEXT NOT NULL,            -- JSON array of arrays: name, detail, weight
    PRIMARY KEY (first, second),
    CHECK (first < second)
) STRICT, WITHOUT ROWID;
CREATE INDEX same_question_second ON same_question (second);

-- Holds one row while the table above knows of everybody; whatever the next look would see otherwise takes it away.
CREATE TABLE same_questions_whole (one INTEGER PRIMARY KEY CHECK (one = 1)) STRICT;

CREATE TRIGGER same_question_row_new AFTER INSERT ON attendance BEGIN
    DELETE FROM same_questions_whole;
END;
CREATE TRIGGER same_question_row_changed AFTER UPDATE OF person, organisation, email, place, name ON attendance BEGIN
    DELETE FROM same_questions_whole;
END;
CREATE TRIGGER same_question_contact_new AFTER INSERT ON contact WHEN new.organisation <> '' OR new.email <> '' BEGIN
    DELETE FROM same_questions_whole;
END;
CREATE TRIGGER same_question_contact_changed AFTER UPDATE OF organisation, email, place ON contact
WHEN old.organisation <> new.organisation OR old.email <> new.email OR old.place <> new.place BEGIN
    DELETE FROM same_questions_whole;
END;
CREATE TRIGGER same_question_newcomer AFTER INSERT ON encounter
WHEN NOT EXISTS (SELECT 1 FROM attendance WHERE person = new.person) BEGIN
    DELETE FROM same_questions_whole;
END;
