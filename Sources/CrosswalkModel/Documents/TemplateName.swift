/// The names that templates, parts, labels and sections have: lower-case words joined by `-`.
///
/// Such a name is a file name on every system, and never a path.
public enum TemplateName {
  /// The longest name, in bytes.
  public static let longest = 64

  /// Whether `text` is a name: letters `a` to `z` and digits in words joined by single `-`, at most 64 bytes.
  ///
  /// What Windows takes for a device (`con`, `com1`) is no name: a file called so cannot be opened there.
  public static func isName(_ text: some StringProtocol) -> Bool {
    guard !text.isEmpty, text.utf8.count <= longest, !devices.contains(String(text)) else { return false }
    return text.split(separator: "-", omittingEmptySubsequences: false).allSatisfy { word in
      !word.isEmpty && word.utf8.allSatisfy(isLetterOrDigit)
    }
  }

  /// Whether `text` is a language tag in lower case: `de`, `de-at`.
  public static func isLanguage(_ text: some StringProtocol) -> Bool {
    let subtags = text.split(separator: "-", omittingEmptySubsequences: false)
    guard let first = subtags.first, (2...3).contains(first.utf8.count), subtags.count <= 4,
      first.utf8.allSatisfy({ $0 >= UInt8(ascii: "a") && $0 <= UInt8(ascii: "z") })
    else { return false }
    return subtags.dropFirst().allSatisfy { subtag in
      (2...8).contains(subtag.utf8.count) && subtag.utf8.allSatisfy(isLetterOrDigit)
    }
  }

  /// Whether `text` is the path of a field: `system.name`, `details.milestones`.
  public static func isPath(_ text: some StringProtocol) -> Bool {
    let names = text.split(separator: ".", omittingEmptySubsequences: false)
    return names.count <= 16 && names.allSatisfy(isField)
  }

  /// Whether `text` is the name of a field: a letter, then letters, digits, `-` and `_`.
  private static func isField(_ name: some StringProtocol) -> Bool {
    guard let first = name.utf8.first, isLetter(first), name.utf8.count <= longest else { return false }
    return name.utf8.allSatisfy {
      isLetter($0) || isLetterOrDigit($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_")
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z")
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z")
      || byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }

  private static let devices: Set<String> = [
    "con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9",
    "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9",
  ]
}
