extension Migration {
  /// Version 6: the newest signed manifest of a source that verified, kept whatever became of the rest of the night.
  ///
  /// It stands apart from the files of a source, which a night that failed or was held back does not have.
  static let sixthSchema = Migration(
    sql: """
      CREATE TABLE refresh_release (
        run INTEGER NOT NULL,
        source INTEGER NOT NULL,
        -- SHA-256 of the keys that were trusted then.
        keys TEXT NOT NULL,
        version INTEGER NOT NULL,
        -- SHA-256 of the manifest.
        sha256 TEXT NOT NULL,
        PRIMARY KEY (run, source),
        FOREIGN KEY (run, source) REFERENCES refresh_source (run, position)
      ) STRICT, WITHOUT ROWID;

      CREATE TRIGGER refresh_release_is_never_changed BEFORE UPDATE ON refresh_release
      BEGIN SELECT RAISE(ABORT, 'the audit is never changed'); END;
      CREATE TRIGGER refresh_release_is_never_deleted BEFORE DELETE ON refresh_release
      BEGIN SELECT RAISE(ABORT, 'the audit is never deleted'); END;
      CREATE TRIGGER refresh_release_is_never_replaced BEFORE INSERT ON refresh_release
      WHEN EXISTS (SELECT 1 FROM refresh_release WHERE run = NEW.run AND source = NEW.source)
      BEGIN SELECT RAISE(ABORT, 'the audit is never replaced'); END;
      """)
}
