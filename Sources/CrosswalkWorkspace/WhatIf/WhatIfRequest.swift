import CrosswalkModel

/// What a user supposes, and the gap report that is asked under it.
public struct WhatIfRequest: Hashable, Sendable {
  /// The report.
  public var gap: GapRequest
  /// Patch files, each applied to what the ones before it left.
  public var patches: [String]
  /// How mapping tables among them are read, where their content does not say it.
  public var reading: ImportRequest

  /// Creates a request.
  public init(gap: GapRequest, patches: [String], reading: ImportRequest) {
    self.gap = gap
    self.patches = patches
    self.reading = reading
  }
}
