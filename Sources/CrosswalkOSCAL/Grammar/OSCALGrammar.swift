/// Which attributes and children the elements of OSCAL have, and how JSON names them.
struct OSCALGrammar: Sendable {
  /// What an element holds.
  enum Kind: Hashable, Sendable {
    case text
    /// One line of markup.
    case line
    /// Blocks of markup.
    case blocks
    /// Blocks of markup that stand in the parent, without an element of their own.
    case unwrapped
    /// Attributes and elements, as the grammar says of this element.
    case object
  }

  /// A child, or a list of children.
  struct Member: Sendable {
    let key: String
    let element: String
    /// The element that holds the list in XML; `nil` for none.
    let wrapper: String?
    let isList: Bool
    let kind: Kind
  }

  /// What a key of a JSON object stands for.
  enum Slot: Sendable {
    case attribute(Int)
    case text
    case member(Int)
  }

  /// An element that is an object in JSON.
  struct Object: Sendable {
    fileprivate(set) var attributes: [String] = []
    /// The key of the element's own text; `nil` for an element without any.
    fileprivate(set) var textKey: String?
    fileprivate(set) var members: [Member] = []
    /// What each key stands for.
    fileprivate(set) var slots: [String: Slot] = [:]
    /// The member to which each child element belongs.
    fileprivate(set) var memberOfElement: [String: Int] = [:]
    /// The member with blocks that stand in the element itself.
    fileprivate(set) var unwrapped: Int?
  }

  /// The grammar of OSCAL 1.2, which holds that of 1.0 and 1.1.
  static let oscal = OSCALGrammar(lines: lines)

  private let objects: [String: Object]

  /// The object that an element is; `nil` for one that holds text.
  subscript(element: String) -> Object? { objects[element] }

  private init(lines: [String]) {
    var definitions: [String: Substring] = [:]
    for line in lines {
      let parts = line.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      definitions[String(parts[0])] = parts.last
    }
    objects = definitions.mapValues { Self.object($0, known: definitions) }
  }

  private static func object(_ definition: Substring, known: [String: Substring]) -> Object {
    var object = Object()
    for word in definition.split(separator: " ") {
      if word.first == "@" {
        object.slots[String(word.dropFirst())] = .attribute(object.attributes.count)
        object.attributes.append(String(word.dropFirst()))
      } else if word.first == "=" {
        object.textKey = String(word.dropFirst())
        object.slots[String(word.dropFirst())] = .text
      } else {
        let member = member(String(word), known: known)
        object.slots[member.key] = .member(object.members.count)
        object.memberOfElement[member.wrapper ?? member.element] = object.members.count
        if member.kind == .unwrapped { object.unwrapped = object.members.count }
        object.members.append(member)
      }
    }
    return object
  }

  private static func member(_ word: String, known: [String: Substring]) -> Member {
    let names = word.split(separator: ">")
    let path = names[names.count - 1].split(separator: "/")
    let isPlainList = word.hasSuffix("[]")
    let element = String(isPlainList ? word.dropLast(2) : path[path.count - 1])
    let kind: Kind =
      if element == unwrappedKey {
        .unwrapped
      } else if lineElements.contains(element) {
        .line
      } else if blockElements.contains(element) {
        .blocks
      } else {
        known[element] == nil ? .text : .object
      }
    return Member(
      key: isPlainList ? element : String(names[0]), element: element,
      wrapper: path.count > 1 ? String(path[0]) : nil, isList: isPlainList || names.count > 1, kind: kind)
  }
}
