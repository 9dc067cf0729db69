import CrosswalkModel
import CrosswalkOSCAL

/// Roles, parties and the like, built again from properties that are named by their path: `party:41a9…/address/city`,
/// `party:41a9…@type`.
struct MetadataRecords {
  /// The elements so far, in the order of their first property.
  private(set) var elements: [OSCALElement] = []

  private static let roots: Set<String> = [
    "revisions", "document-id", "role", "location", "party", "responsible-party", "action",
  ]

  /// One step of a path: the name of an element, and what tells it from others of its name.
  private struct Step {
    var name: String
    var key: String?

    init(_ text: Substring) {
      let parts = text.split(separator: ":", maxSplits: 1)
      name = String(parts.first ?? "")
      key = parts.count > 1 ? String(parts[1]) : nil
    }

    var keyAttribute: String {
      switch name {
      case "role": "id"
      case "responsible-party": "role-id"
      default: "uuid"
      }
    }

    func made() -> OSCALElement { OSCALElement(name, key.map { [.init(keyAttribute, $0)] } ?? []) }
    func fits(_ element: OSCALElement) -> Bool { element.name == name && element[keyAttribute] == key }
  }

  /// Takes the property, where it belongs to a record.
  mutating func take(_ property: Property) -> Bool {
    let path = property.name.prefix { $0 != "@" }
    let attribute = path.count < property.name.count ? String(property.name.dropFirst(path.count + 1)) : nil
    let steps = path.split(separator: "/").map { Step($0) }
    guard let root = steps.first, Self.roots.contains(root.name) else { return false }
    var holder = OSCALElement("", [], elements.map(OSCALElement.Content.element))
    Self.put(property.value, attribute, at: steps[...], in: &holder)
    elements = holder.elements
    return true
  }

  private static func put(
    _ value: String, _ attribute: String?, at steps: ArraySlice<Step>, in parent: inout OSCALElement
  ) {
    guard let step = steps.first else { return }
    let isLeaf = steps.count == 1
    let last = parent.content.lastIndex { part in
      if case .element(let element) = part { step.fits(element) } else { false }
    }
    if let last, case .element(var child) = parent.content[last],
      isLeaf
        ? isOpen(child, attribute, isKeyed: step.key != nil)
        : !isFull(child, before: steps.dropFirst().first?.name)
    {
      fill(&child, value, attribute, at: steps.dropFirst(), isLeaf: isLeaf)
      parent.content[last] = .element(child)
    } else {
      var child = step.made()
      fill(&child, value, attribute, at: steps.dropFirst(), isLeaf: isLeaf)
      parent.append(child)
    }
  }

  private static func fill(
    _ element: inout OSCALElement, _ value: String, _ attribute: String?, at steps: ArraySlice<Step>,
    isLeaf: Bool
  ) {
    if !isLeaf {
      put(value, attribute, at: steps, in: &element)
    } else if let attribute {
      element[attribute] = value
    } else if element.name == "remarks" || element.name == "description" {
      element.content += OSCALProse().blocks(value).map(OSCALElement.Content.element)
    } else {
      element.content.append(.text(value))
    }
  }

  /// Whether an element can still take the attribute, or a text: else another of its name begins.
  private static func isOpen(_ element: OSCALElement, _ attribute: String?, isKeyed: Bool) -> Bool {
    if let attribute { return element[attribute] == nil && (isKeyed || element.content.isEmpty) }
    return element.content.isEmpty
  }

  private static let orderInRevision = [
    "title", "published", "last-modified", "version", "oscal-version", "prop", "link", "remarks",
  ]

  /// Whether a `revision` has what comes next already, so that another one begins.
  private static func isFull(_ element: OSCALElement, before next: String?) -> Bool {
    guard element.name == "revision", let next, let rank = orderInRevision.firstIndex(of: next) else {
      return false
    }
    let repeats = next == "prop" || next == "link"
    return element.elements.contains { child in
      let other = orderInRevision.firstIndex(of: child.name) ?? 0
      return repeats ? other > rank : other >= rank
    }
  }
}
