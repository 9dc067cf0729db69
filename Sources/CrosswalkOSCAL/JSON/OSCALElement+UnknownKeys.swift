/// Keys of JSON that OSCAL does not have.
extension OSCALElement {
  private static let unknownPrefix = "{urn:crosswalk:json-key}"

  /// The name of the element that holds what stands under `key`, which OSCAL does not know in its place.
  ///
  /// It lies in a namespace of its own, so that no importer takes it for OSCAL: what is in it is listed as not used.
  public static func nameOfUnknown(key: String) -> String { unknownPrefix + key }

  /// The key of an element that OSCAL's JSON does not know in its place; `nil` for every other element.
  public var unknownKey: String? {
    name.hasPrefix(Self.unknownPrefix) ? String(name.dropFirst(Self.unknownPrefix.count)) : nil
  }

  /// The text of the first child that stands under `key`, which OSCAL does not know in its place.
  public func textOfUnknown(key: String) -> String? { first(Self.nameOfUnknown(key: key))?.text }
}
