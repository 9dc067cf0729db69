extension Migration {
  /// Version 1.
  ///
  /// Facts are stored as the words people use (`statement`, `duty`, `subset-of`), never as numbers of an
  /// enumeration, so that the file can be read without this program. A revision has up to two contents: what came
  /// with the toolkit (`bundled`) and what was imported (`imported`); they become one catalog when it is read.
  static let firstSchema = Migration(
    sql: """
      PRAGMA application_id = \(StoreHeader.applicationID);

      CREATE TABLE store_property (
        name TEXT NOT NULL PRIMARY KEY,
        value TEXT NOT NULL
      ) STRICT, WITHOUT ROWID;

      -- One row for each import that changed something. The time is the caller's, RFC 3339.
      CREATE TABLE import_log (
        id INTEGER PRIMARY KEY,
        file TEXT NOT NULL,
        digest TEXT,
        format TEXT NOT NULL,
        imported_at TEXT NOT NULL,
        is_bundled INTEGER NOT NULL CHECK (is_bundled IN (0, 1)),
        claims INTEGER NOT NULL,
        claims_added INTEGER NOT NULL,
        claims_updated INTEGER NOT NULL
      ) STRICT;

      -- What an import understood and did not use.
      CREATE TABLE import_not_used (
        import INTEGER NOT NULL REFERENCES import_log (id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        file TEXT NOT NULL,
        source_line INTEGER NOT NULL,
        source_column INTEGER NOT NULL,
        what TEXT NOT NULL,
        why TEXT NOT NULL,
        PRIMARY KEY (import, position)
      ) STRICT, WITHOUT ROWID;

      -- The order of the ids is the order of import.
      CREATE TABLE revision (
        id INTEGER PRIMARY KEY,
        framework TEXT NOT NULL,
        name TEXT NOT NULL,
        UNIQUE (framework, name)
      ) STRICT;

      CREATE TABLE content (
        id INTEGER PRIMARY KEY,
        revision INTEGER NOT NULL REFERENCES revision (id),
        origin TEXT NOT NULL CHECK (origin IN ('bundled', 'imported')),
        import INTEGER NOT NULL REFERENCES import_log (id),
        digest TEXT NOT NULL,
        title TEXT NOT NULL,
        publisher TEXT,
        language TEXT,
        as_of TEXT,
        licence TEXT,
        source TEXT,
        selection TEXT,
        groups INTEGER NOT NULL,
        controls INTEGER NOT NULL,
        withdrawn INTEGER NOT NULL,
        statements INTEGER NOT NULL,
        recitals INTEGER NOT NULL,
        UNIQUE (revision, origin)
      ) STRICT;
      CREATE INDEX content_import ON content (import);

      CREATE TABLE catalog_property (
        content INTEGER NOT NULL REFERENCES content (id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        name TEXT NOT NULL,
        value TEXT NOT NULL,
        PRIMARY KEY (content, position)
      ) STRICT, WITHOUT ROWID;

      -- The nodes from first_node on stand in this file, until the next one begins.
      CREATE TABLE source_file (
        content INTEGER NOT NULL REFERENCES content (id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        name TEXT NOT NULL,
        first_node INTEGER NOT NULL,
        PRIMARY KEY (content, position)
      ) STRICT, WITHOUT ROWID;

      -- The tree in document order; a parent stands before its parts.
      CREATE TABLE node (
        content INTEGER NOT NULL REFERENCES content (id) ON DELETE CASCADE,
        ordinal INTEGER NOT NULL,
        parent INTEGER CHECK (parent >= 0 AND parent < ordinal),
        kind TEXT NOT NULL,
        modality TEXT,
        roles TEXT,
        is_withdrawn INTEGER NOT NULL CHECK (is_withdrawn IN (0, 1)),
        assessable INTEGER CHECK (assessable IN (0, 1)),
        is_union_of_parts INTEGER NOT NULL CHECK (is_union_of_parts IN (0, 1)),
        source_line INTEGER NOT NULL,
        source_column INTEGER NOT NULL,
        local TEXT NOT NULL,
        label TEXT,
        title TEXT,
        text TEXT,
        summary TEXT,
        applies_from TEXT,
        applies_note TEXT,
        -- Aliases, properties, links and notes: a JSON array of [kind, name, value].
        facts TEXT,
        PRIMARY KEY (content, ordinal)
      ) STRICT, WITHOUT ROWID;
      CREATE UNIQUE INDEX node_local ON node (content, local);

      CREATE TABLE resource (
        content INTEGER NOT NULL REFERENCES content (id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        identifier TEXT NOT NULL,
        title TEXT,
        citation TEXT,
        PRIMARY KEY (content, position)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE resource_link (
        content INTEGER NOT NULL,
        resource INTEGER NOT NULL,
        position INTEGER NOT NULL,
        href TEXT NOT NULL,
        PRIMARY KEY (content, resource, position),
        FOREIGN KEY (content, resource) REFERENCES resource (content, position) ON DELETE CASCADE
      ) STRICT, WITHOUT ROWID;

      -- The order of the ordinals is the order of the sources.
      CREATE TABLE claim (
        ordinal INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        import INTEGER NOT NULL REFERENCES import_log (id),
        is_bundled INTEGER NOT NULL CHECK (is_bundled IN (0, 1)),
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
        -- Properties: a JSON array of [name, value].
        properties TEXT,
        file TEXT NOT NULL,
        source_line INTEGER NOT NULL,
        source_column INTEGER NOT NULL
      ) STRICT;
      CREATE INDEX claim_frameworks ON claim (source_framework, target_framework, status);
      CREATE INDEX claim_target ON claim (target_framework);
      CREATE INDEX claim_import ON claim (import);

      -- Several nodes of one side mean their union; a row without a local name means the whole framework.
      CREATE TABLE claim_end (
        claim INTEGER NOT NULL REFERENCES claim (ordinal) ON DELETE CASCADE,
        side TEXT NOT NULL CHECK (side IN ('source', 'target')),
        position INTEGER NOT NULL,
        local TEXT,
        PRIMARY KEY (claim, side, position)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX claim_end_local ON claim_end (local);
      """)
}
