-- The journal, version 2: two computers can bring their journals together, and days can be described.

-- When a session was last written by a person or by its end; of two versions the later one counts.
ALTER TABLE sessions ADD COLUMN changed_at INTEGER NOT NULL DEFAULT 0;
-- On which computer it was practised; empty where that is not known.
ALTER TABLE sessions ADD COLUMN computer TEXT NOT NULL DEFAULT '';
UPDATE sessions SET changed_at = coalesce(ended_at, progressed_at);

-- What was taken out, so that it does not come back from another computer. Nothing of its contents.
CREATE TABLE deletions (
    uuid       TEXT    PRIMARY KEY,
    deleted_at INTEGER NOT NULL
) WITHOUT ROWID;

-- How a day was: counted in days since 1970-01-01. A level that was taken back is NULL, so that it
-- does not come back from another computer.
CREATE TABLE factors (
    day        INTEGER NOT NULL,
    factor     TEXT    NOT NULL,
    level      INTEGER CHECK (level BETWEEN 0 AND 3),
    changed_at INTEGER NOT NULL,
    PRIMARY KEY (day, factor)
) WITHOUT ROWID;
