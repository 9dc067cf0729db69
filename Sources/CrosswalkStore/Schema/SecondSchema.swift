extension Migration {
  /// Version 2: what each side says about claims, requirements and sections of joint documents.
  ///
  /// Positions are acts: the file itself refuses to change or delete one.
  static let secondSchema = Migration(
    sql: """
      CREATE TABLE position (
        ordinal INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        side TEXT NOT NULL CHECK (side IN ('us', 'eu')),
        about_kind TEXT NOT NULL CHECK (about_kind IN ('claim', 'node', 'section')),
        -- The id of the claim; the framework of the node; the name of the template.
        about TEXT NOT NULL,
        -- The name of the node in its framework; the name of the section.
        about_part TEXT CHECK ((about_part IS NULL) = (about_kind = 'claim')),
        -- The id of the subject file that the position is limited to.
        subject TEXT,
        stance TEXT NOT NULL CHECK (stance IN ('agreed', 'reservation', 'not-yet')),
        reason TEXT CHECK (stance <> 'reservation' OR reason IS NOT NULL),
        author TEXT NOT NULL,
        -- RFC 3339, in UTC.
        time TEXT NOT NULL,
        -- The revisions that the author had before them: FRAMEWORK@REVISION, separated by blanks.
        given_for TEXT NOT NULL
      ) STRICT;
      CREATE INDEX position_about ON position (about, about_part);

      CREATE TRIGGER position_is_never_changed BEFORE UPDATE ON position
      BEGIN SELECT RAISE(ABORT, 'positions are never changed'); END;
      CREATE TRIGGER position_is_never_deleted BEFORE DELETE ON position
      BEGIN SELECT RAISE(ABORT, 'positions are never deleted'); END;
      """)
}
