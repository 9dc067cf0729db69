/// The elements of which OSCAL makes formatted text.
enum OSCALMarkup {
  /// Elements inside a line.
  static let inline: Set<String> = [
    "a", "insert", "em", "i", "b", "strong", "code", "sub", "sup", "q", "br", "img",
  ]
  /// Elements that are lines or blocks of their own.
  static let blocks: Set<String> = [
    "p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "pre", "table", "blockquote", "hr",
  ]
  /// Elements that stand in blocks only.
  static let parts: Set<String> = ["li", "tr", "td", "th"]
  /// Elements without content.
  static let empty: Set<String> = ["br", "hr", "img", "insert"]
  static let all = inline.union(blocks).union(parts)
}
