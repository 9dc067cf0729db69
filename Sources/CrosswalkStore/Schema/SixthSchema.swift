extension Migration {
  /// Version 6: the words that an act of review is about, and the signed releases that a refresh has seen, whatever became
  /// of their files.
  ///
  /// Acts from before hold whatever the claim says. Releases are apart from the files: a release that was held back, or
  /// one of whose files failed, was seen all the same, and an older one must not pass the night after.
  static let sixthSchema = Migration(
    sql: """
      -- What the claim said then, without any act: the act has no effect on other words.
      ALTER TABLE review_act ADD COLUMN seen TEXT CHECK (seen IS NULL OR claim IS NOT NULL);

      CREATE TABLE refresh_release (
        run INTEGER NOT NULL,
        source INTEGER NOT NULL,
        -- SHA-256 of the keys that count; other keys begin a count of their own.
        keys TEXT NOT NULL,
        version INTEGER NOT NULL CHECK (version > 0),
        -- SHA-256 of the manifest.
        digest TEXT NOT NULL,
        PRIMARY KEY (run, source),
        FOREIGN KEY (run, source) REFERENCES refresh_source (run, position)
      ) STRICT, WITHOUT ROWID;
      \(auditRefusals("refresh_release", key: "run = NEW.run AND source = NEW.source"))
      """)
}
