/// The local name of a provision, and how the names of what is in it follow from it.
///
/// Articles: `9`, `9(2)`, `9(2)(a)`, `9(2)(a)(i)`; subparagraphs `43(1)/1`, `43(1)/2`, whose points are `43(1)(a)` in
/// the first and `43(1)/2(a)` in a later one. Annexes: `annex-iv`, `annex-iv/2`, `annex-iv/2(a)`,
/// `annex-viii/section-a/1`; plain paragraphs `annex-x/subparagraph-2`, since `annex-x/2` is its point 2. A number that
/// continues that of its holder replaces it: point 3.1 of point 3 is `annex-vii/3.1`.
struct ProvisionName: Hashable, Sendable {
  /// Whether the numbers in it stand in parentheses, or after a slash as in annexes.
  enum Style: Sendable { case parentheses, slash }

  let local: String
  let style: Style
  /// Other spellings of the same provision, complete.
  var aliases: [String] = []
  /// What stands before a number in it, in other spellings.
  var aliasPrefixes: [String] = []
  /// In an annex, the holder of its dotted number.
  private var root: Root?

  private struct Root: Hashable, Sendable {
    var local: String
    var aliasPrefixes: [String]
    var number: String
  }

  /// A provision that is named by itself: an article, an annex.
  init(_ local: String, style: Style, aliases: [String] = [], aliasPrefixes: [String] = []) {
    self.local = local
    self.style = style
    self.aliases = aliases
    self.aliasPrefixes = aliasPrefixes
  }

  /// The name of point `number` directly in it.
  func point(_ number: String) -> ProvisionName {
    if let root, number.hasPrefix(root.number + ".") { return Self.numbered(number, in: root) }
    switch style {
    case .slash:
      return Self.numbered(number, in: Root(local: local, aliasPrefixes: aliasPrefixes, number: ""))
    case .parentheses:
      return below("(\(number))", style: .parentheses, aliases: aliasPrefixes.map { "\($0)(\(number))" })
    }
  }

  private static func numbered(_ number: String, in root: Root) -> ProvisionName {
    let aliases = root.aliasPrefixes.map { $0 + number }
    var name = ProvisionName(
      "\(root.local)/\(number)", style: .parentheses, aliases: aliases, aliasPrefixes: aliases)
    name.root = Root(local: root.local, aliasPrefixes: root.aliasPrefixes, number: number)
    return name
  }

  /// The name of its `count`th subparagraph.
  func subparagraph(_ count: Int) -> ProvisionName {
    below(style == .slash ? "/subparagraph-\(count)" : "/\(count)", style: style, aliases: [])
  }

  /// The same name, with the spellings that its first subparagraph adds for the points of that.
  func asFirstSubparagraph() -> ProvisionName {
    var name = self
    let first = subparagraph(1).local
    name.aliasPrefixes.append(style == .slash ? first + "/" : first)
    return name
  }

  /// The name of a part with a name of its own: `section-a`, `table-1`, `amendment-2`.
  ///
  /// - Parameter short: What people write in place of `slug`: `a` for `section-a`.
  func part(_ slug: String, short: String? = nil, spelled: String? = nil, style: Style) -> ProvisionName {
    var aliases: [String] = []
    var prefixes: [String] = []
    if let short {
      aliases.append("\(local)/\(short)")
      prefixes.append("\(local)/\(short)/")
    }
    if let spelled, let annex = self.aliases.first {
      aliases.append("\(annex) \(spelled)")
      prefixes.append("\(annex) \(spelled) point ")
    }
    return ProvisionName("\(local)/\(slug)", style: style, aliases: aliases, aliasPrefixes: prefixes)
  }

  private func below(_ suffix: String, style: Style, aliases: [String]) -> ProvisionName {
    ProvisionName(local + suffix, style: style, aliases: aliases, aliasPrefixes: aliases)
  }

  /// The same provision when an earlier one has its name already: `…~2`.
  func repeated(_ count: Int) -> ProvisionName {
    var name = ProvisionName("\(local)~\(count)", style: style)
    name.root = root
    return name
  }
}
