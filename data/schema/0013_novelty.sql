-- Whom the user knows from before has a say in the ranking: what changes that takes the kept rankings away that
-- name the person. A talk at the event itself does not count there.
CREATE TRIGGER ranking_encounter_new AFTER INSERT ON encounter BEGIN
    DELETE FROM ranking WHERE event IS NOT new.event AND event IN (SELECT event FROM attendance WHERE person = new.person);
END;
CREATE TRIGGER ranking_encounter_changed AFTER UPDATE ON encounter BEGIN
    DELETE FROM ranking WHERE event IN (SELECT event FROM attendance WHERE person IN (old.person, new.person));
END;
CREATE TRIGGER ranking_encounter_gone AFTER DELETE ON encounter BEGIN
    DELETE FROM ranking WHERE event IS NOT old.event AND event IN (SELECT event FROM attendance WHERE person = old.person);
END;
-- A contact that a talk made counts only where the talk does.
CREATE TRIGGER ranking_contact_new AFTER INSERT ON contact BEGIN
    DELETE FROM ranking WHERE event IN (SELECT event FROM attendance WHERE person = new.person)
        AND (new.source NOT IN ('', 'met') OR EXISTS (SELECT 1 FROM encounter e WHERE e.person = new.person AND e.event IS NOT ranking.event));
END;
CREATE TRIGGER ranking_contact_changed AFTER UPDATE OF asleep, source ON contact
WHEN old.asleep <> new.asleep OR old.source <> new.source BEGIN
    DELETE FROM ranking WHERE event IN (SELECT event FROM attendance WHERE person = new.person);
END;
CREATE TRIGGER ranking_contact_gone AFTER DELETE ON contact BEGIN
    DELETE FROM ranking WHERE event IN (SELECT event FROM attendance WHERE person = old.person);
END;
