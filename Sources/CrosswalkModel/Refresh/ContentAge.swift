/// For how long a source has had the same content, however often it was checked: what somebody froze is checked
/// successfully every night.
public struct ContentAge: Hashable, Sendable {
  /// When the content was first seen by a refresh; `nil` where none saw it yet.
  public var since: Moment?
  /// Seconds since then; `nil` where that is not known, as for ``SourceAge``.
  public var seconds: Int64?
  /// Seconds after which it counts as frozen; `nil` where it may stay the same for ever.
  public var limit: Int64?

  /// The age at `now` of content that is the same since `since`.
  ///
  /// - Parameter days: The `maximumUnchanged` of the source.
  public init(since: Moment?, now: Moment, maximumUnchanged days: Int?) {
    self.since = since
    seconds = since.flatMap { SourceAge.seconds(from: $0, to: now) }
    limit = days.map { Int64($0) * 86_400 }
  }

  /// Whether it has been the same for longer than it may.
  public var isFrozen: Bool {
    guard let seconds, let limit else { return false }
    return seconds > limit
  }
}
