extension Migration {
  /// Version 5: the audit of refreshes.
  ///
  /// A night leaves its rows and nothing else where it brought nothing new; conditional requests are made from them. The
  /// file itself refuses to change, replace or delete one.
  static let fifthSchema = Migration(
    sql: """
      CREATE TABLE refresh_run (
        id INTEGER PRIMARY KEY,
        -- Times are RFC 3339, in UTC, by the clock of the machine: the order of the ids is the order of the runs.
        started TEXT NOT NULL,
        finished TEXT NOT NULL,
        manifest TEXT NOT NULL,
        manifest_digest TEXT NOT NULL,
        toolkit TEXT NOT NULL,
        exit_status INTEGER NOT NULL
      ) STRICT;

      CREATE TABLE refresh_source (
        run INTEGER NOT NULL REFERENCES refresh_run (id),
        position INTEGER NOT NULL,
        source TEXT NOT NULL,
        framework TEXT NOT NULL,
        settings TEXT NOT NULL,
        outcome TEXT NOT NULL CHECK (outcome IN ('published', 'unchanged', 'held-back', 'failed', 'skipped')),
        revision_before TEXT,
        content_before TEXT CHECK ((content_before IS NULL) = (revision_before IS NULL)),
        revision_after TEXT,
        content_after TEXT CHECK ((content_after IS NULL) = (revision_after IS NULL)),
        diff_digest TEXT,
        -- Guards that were hit: a JSON array of [name, reason].
        guards TEXT,
        message TEXT,
        exit_status INTEGER NOT NULL,
        checked_at TEXT NOT NULL,
        PRIMARY KEY (run, position)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX refresh_source_history ON refresh_source (source, run);

      -- The address has no user, password or query that could hold a secret.
      CREATE TABLE refresh_file (
        run INTEGER NOT NULL,
        source INTEGER NOT NULL,
        position INTEGER NOT NULL,
        name TEXT NOT NULL,
        url TEXT NOT NULL,
        etag TEXT,
        last_modified TEXT,
        sha256 TEXT NOT NULL,
        bytes INTEGER NOT NULL,
        checked_at TEXT NOT NULL,
        signed_version INTEGER,
        PRIMARY KEY (run, source, position),
        FOREIGN KEY (run, source) REFERENCES refresh_source (run, position)
      ) STRICT, WITHOUT ROWID;

      \(["refresh_run", "refresh_source", "refresh_file"].map(refusals).joined(separator: "\n"))
      """)

  /// What keeps the rows of an audit as they were written, against `OR REPLACE` too.
  static func auditRefusals(_ table: String, key: String) -> String {
    """
    CREATE TRIGGER \(table)_is_never_changed BEFORE UPDATE ON \(table)
    BEGIN SELECT RAISE(ABORT, 'the audit is never changed'); END;
    CREATE TRIGGER \(table)_is_never_deleted BEFORE DELETE ON \(table)
    BEGIN SELECT RAISE(ABORT, 'the audit is never deleted'); END;
    CREATE TRIGGER \(table)_is_never_replaced BEFORE INSERT ON \(table)
    WHEN EXISTS (SELECT 1 FROM \(table) WHERE \(key))
    BEGIN SELECT RAISE(ABORT, 'the audit is never replaced'); END;
    """
  }

  private static func refusals(_ table: String) -> String {
    switch table {
    case "refresh_run": auditRefusals(table, key: "id = NEW.id")
    case "refresh_source": auditRefusals(table, key: "run = NEW.run AND position = NEW.position")
    default:
      auditRefusals(table, key: "run = NEW.run AND source = NEW.source AND position = NEW.position")
    }
  }
}
