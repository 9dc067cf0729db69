extension String {
  /// The most characters that are shown of words that somebody else chose.
  private static let mostForeign = 80

  /// The text as a message shows it where a server or a file chose it: logs, mails and the audit take no more of it.
  public var shortened: String { count > Self.mostForeign ? prefix(Self.mostForeign) + "…" : self }
}
