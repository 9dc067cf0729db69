import CrosswalkModel

/// What one patch file says.
public struct ReadPatch: Sendable {
  /// The amendment of a framework; `nil` where the file has claims only.
  public var amendment: CatalogAmendment?
  /// Claims to add and to take away.
  public var claims: ClaimPatch
  /// What was understood but not used, with its place.
  public var notUsed: [NotUsed]

  /// Creates what a file says.
  public init(amendment: CatalogAmendment? = nil, claims: ClaimPatch = ClaimPatch(), notUsed: [NotUsed] = [])
  {
    self.amendment = amendment
    self.claims = claims
    self.notUsed = notUsed
  }
}
