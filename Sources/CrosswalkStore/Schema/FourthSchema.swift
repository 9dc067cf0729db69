extension Migration {
  /// Version 4: acts of review, what claims said before they were renewed, and since when contents are known.
  ///
  /// Nothing here is ever changed or deleted, and the file itself refuses to. A claim that an act makes stands beside
  /// the act, never among the claims of files, so that no import can change it.
  static let fourthSchema = Migration(
    sql: """
      CREATE TABLE review_act (
        ordinal INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        kind TEXT NOT NULL CHECK (kind IN ('accept', 'reject', 'amend', 'carry', 'no-counterpart')),
        -- The id of the claim acted on.
        claim TEXT CHECK ((claim IS NULL) = (kind = 'no-counterpart')),
        reason TEXT CHECK (reason IS NOT NULL OR kind IN ('accept', 'no-counterpart')),
        author TEXT NOT NULL,
        -- RFC 3339, in UTC.
        time TEXT NOT NULL,
        -- The revisions that the author had before them: FRAMEWORK@REVISION, separated by blanks.
        given_for TEXT NOT NULL
      ) STRICT;
      CREATE INDEX review_act_claim ON review_act (claim);

      -- The claim that an act makes; columns as in claim.
      CREATE TABLE review_claim (
        act INTEGER NOT NULL PRIMARY KEY REFERENCES review_act (ordinal),
        id TEXT NOT NULL UNIQUE,
        \(claimColumns)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE review_claim_end (
        act INTEGER NOT NULL REFERENCES review_claim (act),
        side TEXT NOT NULL CHECK (side IN ('source', 'target')),
        position INTEGER NOT NULL,
        local TEXT,
        PRIMARY KEY (act, side, position)
      ) STRICT, WITHOUT ROWID;

      -- What a claim said until an import gave it other words or another status; columns as in claim.
      CREATE TABLE claim_history (
        ordinal INTEGER PRIMARY KEY,
        claim INTEGER NOT NULL REFERENCES claim (ordinal),
        -- When it ended, RFC 3339; empty where the import had no time.
        replaced_at TEXT NOT NULL,
        id TEXT NOT NULL,
        import INTEGER NOT NULL REFERENCES import_log (id),
        is_bundled INTEGER NOT NULL CHECK (is_bundled IN (0, 1)),
        \(claimColumns),
        file TEXT NOT NULL,
        source_line INTEGER NOT NULL,
        source_column INTEGER NOT NULL
      ) STRICT;
      CREATE INDEX claim_history_claim ON claim_history (claim);
      CREATE INDEX claim_history_import ON claim_history (import);
      CREATE TABLE claim_history_end (
        version INTEGER NOT NULL REFERENCES claim_history (ordinal),
        side TEXT NOT NULL CHECK (side IN ('source', 'target')),
        position INTEGER NOT NULL,
        local TEXT,
        PRIMARY KEY (version, side, position)
      ) STRICT, WITHOUT ROWID;

      -- The import that brought a content first: a newer release renews the words of bundled contents, but not this.
      CREATE TABLE content_known (
        revision INTEGER NOT NULL REFERENCES revision (id),
        origin TEXT NOT NULL CHECK (origin IN ('bundled', 'imported')),
        import INTEGER NOT NULL REFERENCES import_log (id),
        PRIMARY KEY (revision, origin)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX content_known_import ON content_known (import);
      INSERT INTO content_known SELECT revision, origin, import FROM content;

      \(neverChanged("review_act", "id = NEW.id OR ordinal = NEW.ordinal"))
      \(neverChanged("review_claim", "id = NEW.id OR act = NEW.act"))
      \(neverChanged("review_claim_end", "(act, side, position) = (NEW.act, NEW.side, NEW.position)"))
      \(neverChanged("claim_history", "ordinal = NEW.ordinal"))
      \(neverChanged("claim_history_end", "(version, side, position) = (NEW.version, NEW.side, NEW.position)"))
      \(neverChanged("content_known", "(revision, origin) = (NEW.revision, NEW.origin)"))
      """)

  /// What a claim says, as in the first step.
  private static let claimColumns = """
    source_framework TEXT NOT NULL,
      target_framework TEXT NOT NULL,
      relations TEXT NOT NULL,
      token TEXT NOT NULL,
      rationale TEXT,
      strength INTEGER CHECK (strength BETWEEN 0 AND 10),
      confidence REAL CHECK (confidence BETWEEN 0 AND 1),
      method TEXT,
      status TEXT NOT NULL,
      author TEXT,
      date TEXT,
      reviewer TEXT,
      reviewed_on TEXT,
      source_revision TEXT,
      target_revision TEXT,
      note TEXT,
      properties TEXT
    """

  /// Triggers by which rows of `table` are only added; what is there already stays where a row like it is added.
  private static func neverChanged(_ table: String, _ isThere: String) -> String {
    """
    CREATE TRIGGER \(table)_is_never_changed BEFORE UPDATE ON \(table)
    BEGIN SELECT RAISE(ABORT, 'rows of \(table) are never changed'); END;
    CREATE TRIGGER \(table)_is_never_deleted BEFORE DELETE ON \(table)
    BEGIN SELECT RAISE(ABORT, 'rows of \(table) are never deleted'); END;
    CREATE TRIGGER \(table)_is_never_replaced BEFORE INSERT ON \(table)
    WHEN EXISTS (SELECT 1 FROM \(table) WHERE \(isThere))
    BEGIN SELECT RAISE(IGNORE); END;
    """
  }
}
