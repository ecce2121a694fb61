// The tables of the records, as one script for each version; `user_version` counts those that have run. A script that was
// ever released is never changed: what comes later is another one.
export const tables: readonly string[] = [
  `
  CREATE TABLE pushes (
    -- The order in which they were begun, whatever the clock said.
    place INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    at TEXT NOT NULL,
    who TEXT NOT NULL,
    port TEXT NOT NULL,
    -- Who the terminal said it was, as JSON.
    terminal TEXT NOT NULL,
    plan TEXT NOT NULL,
    -- What was read before the first change.
    basis TEXT NOT NULL,
    wanted_tests TEXT NOT NULL,
    revert_seconds INTEGER NOT NULL,
    -- The push that this one takes back.
    undoes TEXT,
    state TEXT NOT NULL,
    why TEXT,
    ended_at TEXT,
    -- Null as long as it is under way or was cut off.
    outcome TEXT,
    tests TEXT NOT NULL DEFAULT '[]',
    signed_in TEXT
  ) STRICT;
  CREATE TABLE transitions (
    push TEXT NOT NULL REFERENCES pushes (id),
    place INTEGER NOT NULL,
    at TEXT NOT NULL,
    state TEXT NOT NULL,
    why TEXT,
    PRIMARY KEY (push, place)
  ) STRICT;
  CREATE TABLE holds (
    terminal TEXT PRIMARY KEY,
    push TEXT NOT NULL,
    pid INTEGER NOT NULL,
    mark TEXT NOT NULL
  ) STRICT;
  CREATE TABLE audit (
    place INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    who TEXT NOT NULL,
    event TEXT NOT NULL,
    content TEXT NOT NULL,
    previous TEXT NOT NULL,
    hash TEXT NOT NULL
  ) STRICT;
  CREATE TRIGGER audit_is_not_changed BEFORE UPDATE ON audit
    BEGIN SELECT RAISE(ABORT, 'the audit trail is append-only'); END;
  CREATE TRIGGER audit_is_not_shortened BEFORE DELETE ON audit
    BEGIN SELECT RAISE(ABORT, 'the audit trail is append-only'); END;
  CREATE TRIGGER audit_grows_at_its_end BEFORE INSERT ON audit
    WHEN NEW.place IS NOT (SELECT COALESCE(MAX(place), 0) + 1 FROM audit)
    BEGIN SELECT RAISE(ABORT, 'the audit trail is append-only'); END;
  `,
  `
  -- What takes the change back after a restart of the app, where the terminal cannot keep it; gone when it has ended.
  ALTER TABLE pushes ADD COLUMN way_back TEXT;
  `,
  `
  CREATE TABLE left_running (
    port TEXT PRIMARY KEY,
    at TEXT NOT NULL
  ) STRICT;
  `,
];
