import CrosswalkDigest
import CrosswalkModel

extension ReviewAct {
  /// The namespace of acts and of the claims that they make: `2e7b9c14-6d0f-5a83-bb52-94c1f0e6a7d8`, fixed for good.
  private static let namespace: [UInt8] = [
    0x2e, 0x7b, 0x9c, 0x14, 0x6d, 0x0f, 0x5a, 0x83, 0xbb, 0x52, 0x94, 0xc1, 0xf0, 0xe6, 0xa7, 0xd8,
  ]

  /// Creates an act that is known by what it says, by whom and when: the same act recorded twice is one.
  ///
  /// The revisions that it was given for are no part of that, but for a claim that is carried to them.
  ///
  /// - Parameter result: The claim that it makes; it gets an identity of its own, which follows from that of the act.
  public init(
    kind: Kind, claim: ClaimID?, result: MappingClaim? = nil, author: String, time: Moment,
    reason: String? = nil, givenFor: [FrameworkRevisionID] = []
  ) {
    var fields: [(name: String, value: String?)] = [
      ("kind", kind.rawValue), ("claim", claim?.rawValue), ("author", author), ("time", time.description),
      ("reason", reason),
    ]
    if kind == .carry { fields.append(("to", givenFor.map(\.description).joined(separator: " "))) }
    if let result { fields += result.statements }
    let id = ReviewActID(
      ContentDigest.uuidVersion5(namespace: Self.namespace, name: NamedValues.joined(fields)))
    var made = result
    made?.id = ClaimID(
      ContentDigest.uuidVersion5(
        namespace: Self.namespace, name: NamedValues.joined([("made-by", id.rawValue)])))
    self.init(
      id: id, kind: kind, claim: claim, result: made, author: author, time: time, reason: reason,
      givenFor: givenFor)
  }
}
