extension Migration {
  /// Version 3: a statement with `OR REPLACE` cannot take the place of a position either.
  ///
  /// SQLite deletes what is replaced without a trigger; so what is there already stays, and nothing changes.
  static let thirdSchema = Migration(
    sql: """
      CREATE TRIGGER position_is_never_replaced BEFORE INSERT ON position
      WHEN EXISTS (SELECT 1 FROM position WHERE id = NEW.id OR ordinal = NEW.ordinal)
      BEGIN SELECT RAISE(IGNORE); END;
      """)
}
