// The tables that index log captures, as one script for each version; see records/tables.ts.
export const captureTables: readonly string[] = [
  `
  CREATE TABLE captures (
    id TEXT PRIMARY KEY,
    at TEXT NOT NULL,
    -- The folder's name for the terminal, and who it said it was, as JSON.
    terminal TEXT NOT NULL,
    identity TEXT NOT NULL,
    -- Below the folder of captures.
    folder TEXT NOT NULL,
    -- Everything that was asked for came.
    is_whole INTEGER NOT NULL,
    redactions INTEGER NOT NULL,
    bytes INTEGER NOT NULL,
    -- Seconds by which the terminal's clock was ahead of this PC's; null: not known.
    clock_ahead REAL,
    -- Minutes east of UTC of the terminal's clock; null: not known.
    zone INTEGER
  ) STRICT;
  CREATE INDEX captures_of_a_terminal ON captures (terminal, at);
  CREATE TABLE parts (
    capture TEXT NOT NULL REFERENCES captures (id) ON DELETE CASCADE,
    source TEXT NOT NULL,
    file TEXT NOT NULL,
    lines INTEGER NOT NULL,
    bytes INTEGER NOT NULL,
    note TEXT NOT NULL,
    PRIMARY KEY (capture, source)
  ) STRICT;
  CREATE TABLE cursors (
    terminal TEXT NOT NULL,
    source TEXT NOT NULL,
    cursor TEXT NOT NULL,
    PRIMARY KEY (terminal, source)
  ) STRICT;
  CREATE TABLE limits (
    only INTEGER PRIMARY KEY CHECK (only = 1),
    days INTEGER NOT NULL,
    bytes INTEGER NOT NULL
  ) STRICT;
  `,
  // Captures that no limit takes away.
  "ALTER TABLE captures ADD COLUMN is_pinned INTEGER NOT NULL DEFAULT 0;",
];
