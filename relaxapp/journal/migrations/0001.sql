-- The journal, version 1.
--
-- Instants are whole milliseconds since 1970-01-01 00:00 UTC. The offset is that of the place where the
-- session began, in minutes east of UTC, so that the day on the person's own clock can always be told.
-- Nothing that can be counted from these rows is stored beside them.

-- "RLXJ" in ASCII: tells a journal from any other SQLite file.
PRAGMA application_id = 1380735050;

CREATE TABLE sessions (
    id                INTEGER PRIMARY KEY AUTOINCREMENT,
    uuid              TEXT    NOT NULL UNIQUE,
    script_id         TEXT    NOT NULL,
    title             TEXT    NOT NULL,
    technique         TEXT    NOT NULL,
    fingerprint       TEXT    NOT NULL,
    planned_seconds   REAL    NOT NULL CHECK (planned_seconds >= 0),
    voice             TEXT    NOT NULL,
    tailoring         TEXT    NOT NULL,
    started_at        INTEGER NOT NULL,
    offset_minutes    INTEGER NOT NULL,
    -- When the practised time was last brought up to date.
    progressed_at     INTEGER NOT NULL,
    ended_at          INTEGER,
    practised_seconds REAL    NOT NULL CHECK (practised_seconds >= 0),
    paused_seconds    REAL    NOT NULL CHECK (paused_seconds >= 0),
    skipped_steps     INTEGER NOT NULL CHECK (skipped_steps >= 0),
    outcome           TEXT    NOT NULL CHECK (outcome IN ('running', 'finished', 'stopped', 'interrupted')),
    tension_before    INTEGER CHECK (tension_before BETWEEN 0 AND 10),
    tension_after     INTEGER CHECK (tension_after BETWEEN 0 AND 10),
    note              TEXT    NOT NULL,
    by_hand           INTEGER NOT NULL CHECK (by_hand IN (0, 1))
);

CREATE INDEX sessions_by_start ON sessions (started_at);
CREATE INDEX sessions_by_script ON sessions (script_id, started_at);
CREATE INDEX sessions_running ON sessions (id) WHERE outcome = 'running';

-- Where it was tense or twitching, before and after.
CREATE TABLE marks (
    session_id INTEGER NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
    moment     TEXT    NOT NULL CHECK (moment IN ('before', 'after')),
    position   INTEGER NOT NULL,
    area       TEXT    NOT NULL,
    kind       TEXT    NOT NULL CHECK (kind IN ('tension', 'twitching')),
    level      INTEGER NOT NULL CHECK (level BETWEEN 1 AND 3),
    PRIMARY KEY (session_id, moment, position)
) WITHOUT ROWID;

CREATE TABLE tags (
    session_id INTEGER NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
    position   INTEGER NOT NULL,
    tag        TEXT    NOT NULL,
    PRIMARY KEY (session_id, position)
) WITHOUT ROWID;
