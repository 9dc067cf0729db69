import CrosswalkModel

/// Finds claims by what users type: a UUID, or its beginning where no other claim begins so.
struct ClaimFinder {
  private let claims: [MappingClaim]

  /// The fewest digits that name a claim.
  static let fewestDigits = 8

  init(_ claims: [MappingClaim]) { self.claims = claims }

  /// - Throws: ``ReviewActError`` where none or several fit.
  func claim(_ text: String) throws(ReviewActError) -> MappingClaim {
    let wanted = text.trimmingBlanks.lowercased()
    let digits = wanted.filter { $0 != "-" }
    guard digits.count >= Self.fewestDigits, digits.allSatisfy({ $0.isASCII && $0.isHexDigit }) else {
      throw .unreadableClaim(text)
    }
    let found = claims.filter { claim in
      claim.id.rawValue.hasPrefix(wanted) || claim.id.rawValue.filter { $0 != "-" }.hasPrefix(digits)
    }
    guard let first = found.first else {
      throw .unknownClaim(text, closest: ClosestNames.to(wanted, among: claims.map(\.id.rawValue)))
    }
    guard found.count == 1 else { throw .severalClaims(text, found.map(\.id)) }
    return first
  }
}
