import CrosswalkModel

/// One element of an OSCAL document and everything in it.
///
/// Names, attributes and order are those of the XML form, whichever form the document was read from: a profile is
/// resolved, and a catalog exported, without a thought about the form.
public struct OSCALElement: Hashable, Sendable {
  /// One attribute.
  public struct Attribute: Hashable, Sendable {
    /// The name, without a namespace.
    public var name: String
    /// The value.
    public var value: String

    /// Creates an attribute.
    public init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  /// What stands in an element.
  public enum Content: Hashable, Sendable {
    /// A child.
    case element(OSCALElement)
    /// Text between children.
    case text(String)
  }

  /// The namespace of OSCAL documents.
  public static let namespace = "http://csrc.nist.gov/ns/oscal/1.0"

  /// The local name in the XML form: `control`, `prop`.
  public var name: String
  /// The attributes in document order.
  public var attributes: [Attribute]
  /// The content in document order; blanks between elements that hold no text of their own are left out.
  public var content: [Content]
  /// Where the element begins in the file it was read from; `nil` for one that was made.
  public var location: SourceLocation?

  /// Creates an element.
  public init(
    _ name: String, _ attributes: [Attribute] = [], _ content: [Content] = [],
    at location: SourceLocation? = nil
  ) {
    self.name = name
    self.attributes = attributes
    self.content = content
    self.location = location
  }

  /// Creates an element that holds nothing but text.
  public init(_ name: String, text: String, at location: SourceLocation? = nil) {
    self.init(name, [], text.isEmpty ? [] : [.text(text)], at: location)
  }

  /// The value of an attribute; setting `nil` removes it.
  public subscript(attribute: String) -> String? {
    get { attributes.first { $0.name == attribute }?.value }
    set {
      let place = attributes.firstIndex { $0.name == attribute }
      switch (place, newValue) {
      case (let place?, let value?): attributes[place].value = value
      case (let place?, nil): attributes.remove(at: place)
      case (nil, let value?): attributes.append(Attribute(attribute, value))
      case (nil, nil): break
      }
    }
  }

  /// The child elements in document order.
  public var elements: [OSCALElement] {
    content.compactMap { if case .element(let element) = $0 { element } else { nil } }
  }

  /// The child elements of one name.
  public func elements(_ name: String) -> [OSCALElement] { elements.filter { $0.name == name } }

  /// The first child of one name.
  public func first(_ name: String) -> OSCALElement? { elements.first { $0.name == name } }

  /// All text in the element and below, in document order.
  public var text: String {
    content.map { part in
      switch part {
      case .element(let element): element.text
      case .text(let text): text
      }
    }.joined()
  }

  /// Appends a child.
  public mutating func append(_ element: OSCALElement) { content.append(.element(element)) }
}
