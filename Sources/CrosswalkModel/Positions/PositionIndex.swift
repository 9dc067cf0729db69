/// The positions that count: for each side and each thing, the newest.
///
/// A position that is limited to one subject goes before a general one, whichever is newer.
public struct PositionIndex: Hashable, Sendable {
  /// What a position is looked up by.
  private struct Key: Hashable, Sendable {
    var side: BilateralPosition.Side
    var about: BilateralPosition.About
    var subject: String?
  }

  private var newest: [Key: BilateralPosition] = [:]
  /// The subjects that have positions of their own on a thing.
  private var subjects: [BilateralPosition.About: Set<String>] = [:]
  /// Positions on a text that may have changed since.
  public let stale: Set<PositionID>
  /// How many positions were recorded, those that newer ones have overtaken included.
  public let recorded: Int

  /// Indexes positions.
  ///
  /// - Parameters:
  ///   - positions: In the order in which they were recorded; of two of the same time the later one counts.
  ///   - stale: Those on a text that may have changed since.
  /// - Complexity: Linear in the positions.
  public init(_ positions: [BilateralPosition] = [], stale: Set<PositionID> = []) {
    self.stale = stale
    recorded = positions.count
    for position in positions {
      let key = Key(side: position.side, about: position.about, subject: position.subject)
      if let known = newest[key], known.time > position.time { continue }
      newest[key] = position
      if let subject = position.subject { subjects[position.about, default: []].insert(subject) }
    }
  }

  /// Whether nobody has recorded anything.
  public var isEmpty: Bool { newest.isEmpty }

  /// The position of `side` on `about` that counts for `subject`; `nil` where the side has taken none yet.
  ///
  /// - Parameter subject: The id of a subject file; `nil` asks for the general position only.
  public func position(
    of side: BilateralPosition.Side, on about: BilateralPosition.About, subject: String? = nil
  ) -> BilateralPosition? {
    let general = newest[Key(side: side, about: about, subject: nil)]
    guard let subject else { return general }
    return newest[Key(side: side, about: about, subject: subject)] ?? general
  }

  /// Whether the text that `position` is about may have changed since.
  public func isStale(_ position: BilateralPosition) -> Bool { stale.contains(position.id) }

  /// Both sides' positions on `about` that count for `subject`.
  public func both(on about: BilateralPosition.About, subject: String? = nil) -> BothPositions {
    func held(_ side: BilateralPosition.Side) -> BothPositions.Held? {
      position(of: side, on: about, subject: subject).map { .init(position: $0, isStale: isStale($0)) }
    }
    return BothPositions(about: about, subject: subject, us: held(.us), eu: held(.eu))
  }

  /// Both sides' positions on `about`: the general ones first, then those for each subject that has one of its own.
  public func all(on about: BilateralPosition.About) -> [BothPositions] {
    [both(on: about)] + (subjects[about] ?? []).sorted().map { both(on: about, subject: $0) }
  }
}

/// What both sides say about one thing: the two columns of a joint document.
public struct BothPositions: Hashable, Sendable {
  /// A position that counts.
  public struct Held: Hashable, Sendable {
    /// The position.
    public var position: BilateralPosition
    /// Whether the text that it is about may have changed since.
    public var isStale: Bool

    /// Joins a position and whether it is stale.
    public init(position: BilateralPosition, isStale: Bool) {
      self.position = position
      self.isStale = isStale
    }
  }

  /// What the positions are about.
  public var about: BilateralPosition.About
  /// The subject that was asked about; `nil` for the general positions.
  public var subject: String?
  /// The position of the United States; `nil` where it has taken none yet.
  public var us: Held?
  /// The position of the European Union; `nil` where it has taken none yet.
  public var eu: Held?

  /// Joins the positions of both sides.
  public init(about: BilateralPosition.About, subject: String? = nil, us: Held? = nil, eu: Held? = nil) {
    self.about = about
    self.subject = subject
    self.us = us
    self.eu = eu
  }

  /// The position of one side.
  public subscript(side: BilateralPosition.Side) -> Held? {
    switch side {
    case .us: us
    case .eu: eu
    }
  }

  /// Whether neither side has recorded anything.
  public var isEmpty: Bool { us == nil && eu == nil }
}
