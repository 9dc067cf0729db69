/// The numberings of documents that are made from outlines (`word-numbering.xml`).
enum WordNumbering {
  /// Items without numbers.
  static let bullets = 2
  /// The first of the numberings of lists; each list has one.
  static let firstList = 101
  /// The first of the numberings that a document needs more, because a list is repeated.
  static let firstRepeated = 20_001
  /// What all of them are made of.
  private static let listForm = 2

  /// How far the words of an item stand in, in twentieths of a point.
  static func indent(_ level: Int) -> Int { 454 + 397 * level }

  /// Stands before list `number`, so that each repetition of it begins with 1.
  static func mark(_ number: Int) -> String {
    let id = markID + number
    return "<w:bookmarkStart w:id=\"\(id)\" w:name=\"\(markName)\(number)\"/><w:bookmarkEnd w:id=\"\(id)\"/>"
  }

  /// What the names of those marks begin with.
  static let markName = "_List"

  private static let markID = 500_000

  /// The definition of a numbering that begins with 1.
  static func definition(_ number: Int) -> String {
    """
    <w:num w:numId="\(number)"><w:abstractNumId w:val="\(listForm)"/><w:lvlOverride w:ilvl="0"><w:startOverride \
    w:val="1"/></w:lvlOverride></w:num>
    """
  }

  /// The part `numbering` with definitions of `numbers`.
  static func adding(_ numbers: [Int], to numbering: [UInt8]) -> [UInt8] {
    guard !numbers.isEmpty else { return numbering }
    let text = String(decoding: numbering, as: UTF8.self)
    return Array(
      text.replacing("</w:numbering>", with: numbers.map(definition).joined() + "</w:numbering>").utf8)
  }
}
