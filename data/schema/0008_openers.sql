-- What the user wants to begin with, in words of their own: one a line, the first first.
ALTER TABLE judgement ADD COLUMN openers TEXT NOT NULL DEFAULT '';
