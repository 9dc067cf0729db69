extension RawRepresentable where Self: CaseIterable, RawValue == String {
  /// Reads the name of a case; the error for another text says which names there are.
  init(nameFrom decoder: any Decoder) throws {
    let name = try decoder.singleValueContainer().decode(String.self)
    guard let value = Self(rawValue: name) else {
      let allowed = Self.allCases.map(\.rawValue).joined(separator: ", ")
      throw DecodingError.dataCorrupted(
        .init(codingPath: decoder.codingPath, debugDescription: "\"\(name)\" is not one of \(allowed)"))
    }
    self = value
  }
}
