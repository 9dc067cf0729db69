import CrosswalkModel
import GRDB

extension CrosswalkStore {
  /// Records a position, for good: it is on the disk when this returns.
  ///
  /// - Returns: Whether the position is new; the same act recorded again changes nothing.
  /// - Throws: ``StoreError``; ``StoreError/Reason/invalidPosition(_:)`` for one that nobody may record.
  @discardableResult
  public func record(_ position: BilateralPosition) throws(StoreError) -> Bool {
    if let complaint = position.complaint { throw StoreError(.invalidPosition(complaint), path: path) }
    return try writing { database in
      var insert = try SQLStatement(
        """
        INSERT INTO position
          (id, side, about_kind, about, about_part, subject, stance, reason, author, time, given_for)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING
        """, on: database)
      insert.bind(position)
      let isNew = try insert.run() > 0
      return (isNew, isNew ? .commit : .rollback)
    }
  }

  /// Every position in the order in which it was recorded; none in a store that was made before there were any.
  ///
  /// - Complexity: Linear in the positions.
  public func positions() throws(StoreError) -> [BilateralPosition] {
    try reading { try PositionReader(database: $0).positions() }
  }

  /// The positions that count, and which of them are stale on `day`.
  ///
  /// A position is stale where it was given for another revision than the one current on `day` and the requirement
  /// text is not known to be the same, as with claims; for a claim, where that holds for one of its ends.
  ///
  /// - Complexity: Linear in the positions; where one was given for another revision, in the catalogs of both.
  public func positionIndex(asOf day: CalendarDate) throws(StoreError) -> PositionIndex {
    try reading { database in
      let positions = try PositionReader(database: database).positions()
      let stale = try PositionStaleness(database: database, day: day).stale(positions)
      return PositionIndex(positions, stale: stale)
    }
  }
}

extension SQLStatement {
  fileprivate mutating func bind(_ position: BilateralPosition) {
    bind(position.id.rawValue)
    bind(position.side.rawValue)
    switch position.about {
    case .claim(let id):
      bind("claim")
      bind(id.rawValue)
      bindNull()
    case .node(let id):
      bind("node")
      bind(id.framework.rawValue)
      bind(id.local)
    case .section(let template, let section):
      bind("section")
      bind(template)
      bind(section)
    }
    bind(position.subject)
    bind(position.stance.rawValue)
    bind(position.reason)
    bind(position.author)
    bind(position.time.description)
    bind(RevisionNames.written(position.givenFor))
  }
}

/// Reads positions in the order in which they were recorded.
struct PositionReader {
  let database: Database

  func positions() throws -> [BilateralPosition] {
    guard try Migration.version(of: database) >= Migration.firstWithPositions else { return [] }
    var select = try SQLStatement(
      """
      SELECT id, side, about_kind, about, about_part, subject, stance, reason, author, time, given_for
      FROM position ORDER BY ordinal
      """, on: database)
    var positions: [BilateralPosition] = []
    while try select.step() { positions.append(try position(select)) }
    return positions
  }

  private func position(_ row: borrowing SQLStatement) throws -> BilateralPosition {
    guard let side = BilateralPosition.Side(rawValue: row.text(1)),
      let stance = BilateralPosition.Stance(rawValue: row.text(6)), let time = Moment(row.text(9))
    else { throw StoreError.Reason.damaged("a position that makes no sense") }
    return BilateralPosition(
      id: PositionID(row.text(0)), side: side, about: try about(row), subject: row.optionalText(5),
      stance: stance, reason: row.optionalText(7), author: row.text(8), time: time,
      givenFor: try RevisionNames.read(row.text(10)))
  }

  private func about(_ row: borrowing SQLStatement) throws -> BilateralPosition.About {
    switch row.text(2) {
    case "claim": .claim(ClaimID(row.text(3)))
    case "node": .node(ControlID(framework: try row.framework(3), local: row.text(4)))
    case "section": .section(template: row.text(3), section: row.text(4))
    default: throw StoreError.Reason.damaged("a position about something unknown")
    }
  }
}
