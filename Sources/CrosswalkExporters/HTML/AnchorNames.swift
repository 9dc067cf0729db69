/// Names for the places of a page: readable, safe in an attribute and a link, and unique.
struct AnchorNames {
  private var used: Set<String> = []

  /// A name for `text`: letters, digits, `.` and `-` stay, anything else becomes `_`.
  mutating func name(_ prefix: String, for text: String) -> String {
    let slug = String(
      text.unicodeScalars.prefix(80).map { scalar -> Character in
        let isPlain =
          scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
        return isPlain || scalar == "." || scalar == "-" ? Character(scalar) : "_"
      })
    var name = "\(prefix)-\(slug)"
    var number = 2
    while !used.insert(name).inserted {
      name = "\(prefix)-\(slug)-\(number)"
      number += 1
    }
    return name
  }
}
