import CrosswalkDigest
import CrosswalkModel

extension BilateralPosition {
  /// The namespace of positions: `b1d54a0c-93e7-5f26-8b0e-6a2c41f7d935`, fixed for good.
  private static let namespace: [UInt8] = [
    0xb1, 0xd5, 0x4a, 0x0c, 0x93, 0xe7, 0x5f, 0x26, 0x8b, 0x0e, 0x6a, 0x2c, 0x41, 0xf7, 0xd9, 0x35,
  ]

  /// Creates a position that is known by what it says, by whom and when: the same act recorded twice is one.
  ///
  /// The revisions that it was given for are no part of that.
  public init(
    side: Side, about: About, subject: String? = nil, stance: Stance, reason: String? = nil, author: String,
    time: Moment, givenFor: [FrameworkRevisionID] = []
  ) {
    let fields: [(name: String, value: String?)] = [
      ("side", side.rawValue), ("about", about.description), ("subject", subject),
      ("stance", stance.rawValue),
      ("reason", reason), ("author", author), ("time", time.description),
    ]
    var name = ""
    // The length goes first, so that no value can be taken for the end of another.
    for case (let field, let value?) in fields { name += "\(field)=\(value.utf8.count):\(value)\u{1F}" }
    self.init(
      id: PositionID(ContentDigest.uuidVersion5(namespace: Self.namespace, name: name)), side: side,
      about: about, subject: subject, stance: stance, reason: reason, author: author, time: time,
      givenFor: givenFor)
  }
}
