/// How a terminal shows text; the command line finds out and decides.
public struct TerminalStyle: Hashable, Sendable {
  /// Columns of a line; at least 20 are used.
  public var width: Int
  /// Whether to use colour.
  ///
  /// Words say everything that colours say.
  public var color: Bool

  /// Creates a style.
  public init(width: Int, color: Bool) {
    self.width = max(20, width)
    self.color = color
  }

  /// `text` in `ink`, where colour is asked for.
  func paint(_ text: String, _ ink: Ink) -> String {
    guard color, ink != .plain, !text.isEmpty else { return text }
    return "\u{1B}[\(ink.rawValue)m\(text)\u{1B}[0m"
  }
}

/// What a piece of text is painted with: parameters of the terminal's SGR sequence.
///
/// Only the eight base colours, which follow the user's own theme; every one stands beside a word.
enum Ink: String, Sendable {
  case plain = ""
  case strong = "1"
  case faint = "2"
  case green = "32"
  case yellow = "33"
  case blue = "34"
  case magenta = "35"
  case red = "1;31"
}
