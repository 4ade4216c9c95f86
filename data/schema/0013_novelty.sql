-- Whom the user knows from before has a say in the ranking: what changes that takes a kept ranking away.
CREATE TRIGGER ranking_encounter_new AFTER INSERT ON encounter BEGIN
    DELETE FROM ranking;
END;
CREATE TRIGGER ranking_encounter_changed AFTER UPDATE ON encounter BEGIN
    DELETE FROM ranking;
END;
CREATE TRIGGER ranking_encounter_gone AFTER DELETE ON encounter BEGIN
    DELETE FROM ranking;
END;
CREATE TRIGGER ranking_contact_new AFTER INSERT ON contact BEGIN
    DELETE FROM ranking;
END;
CREATE TRIGGER ranking_contact_changed AFTER UPDATE OF asleep, source ON contact BEGIN
    DELETE FROM ranking;
END;
CREATE TRIGGER ranking_contact_gone AFTER DELETE ON contact BEGIN
    DELETE FROM ranking;
END;
