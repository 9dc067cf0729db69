import CrosswalkModel
import Testing

@testable import CrosswalkMapper

@Suite struct WordComparisonTests {
  private func runs(_ before: String, _ after: String) -> [WordRun] {
    WordComparison(before: before, after: after).change()?.runs ?? []
  }

  @Test func aReplacedWordStandsBetweenWhatIsKept() {
    #expect(
      runs("review logs every month at least", "review logs every week at least") == [
        WordRun(.kept, "review logs every"), WordRun(.removed, "month"), WordRun(.inserted, "week"),
        WordRun(.kept, "at least"),
      ])
  }

  @Test(arguments: [
    ("a b", " a\u{A0}\n b "), ("", ""), (" ", "\n"), ("gru\u{308}n", "gr\u{FC}n"), ("a\u{2003}b", "a b"),
  ]) func blanksAndSpellingsOfOneLetterAreNoChange(before: String, after: String) {
    #expect(WordComparison(before: before, after: after).change() == nil)
  }

  @Test func wordsComeAndGoAtTheEnds() {
    #expect(runs("", "new words") == [WordRun(.inserted, "new words")])
    #expect(runs("old words", "") == [WordRun(.removed, "old words")])
    #expect(runs("a b", "x a b") == [WordRun(.inserted, "x"), WordRun(.kept, "a b")])
    #expect(runs("a b x", "a b") == [WordRun(.kept, "a b"), WordRun(.removed, "x")])
  }

  /// The longest common list, by the table of all prefixes.
  private func longestCommon(_ one: [Int], _ other: [Int]) -> Int {
    var table = [Int](repeating: 0, count: other.count + 1)
    for word in one {
      var diagonal = 0
      for (index, candidate) in other.enumerated() {
        let above = table[index + 1]
        table[index + 1] = word == candidate ? diagonal + 1 : max(above, table[index])
        diagonal = above
      }
    }
    return table[other.count]
  }

  @Test(arguments: 1...400)
  func aRandomChangeReproducesBothTextsAndIsShortest(seed: Int) throws {
    var generator = SeededGenerator(state: UInt64(seed))
    let letters = Int.random(in: 2...12, using: &generator)
    let one = (0..<Int.random(in: 0...30, using: &generator)).map { _ in
      Int.random(in: 0..<letters, using: &generator)
    }
    let other = (0..<Int.random(in: 0...30, using: &generator)).map { _ in
      Int.random(in: 0..<letters, using: &generator)
    }
    let text = { (words: [Int]) in words.map { "w\($0)" }.joined(separator: " ") }
    guard let change = WordComparison(before: text(one), after: text(other)).change() else {
      #expect(one == other)
      return
    }
    #expect(change.before == text(one) && change.after == text(other) && change.isMinimal)
    let kept = change.runs.filter { $0.kind == WordRun.Kind.kept }.map(\.text.wordsBetweenBlanks.count)
    #expect(kept.reduce(0, +) == longestCommon(one, other))
    #expect(zip(change.runs, change.runs.dropFirst()).allSatisfy { $0.kind != $1.kind })
  }

  @Test func afterSoManyGoesTheRestIsRemovedAndInserted() throws {
    // Every other word is shared, and each go sees a thousand of the others.
    let count = WordComparison.mostGoes * WordComparison.mostEdits
    let text = { (name: String) in (0..<count).map { "\(name)\($0) same\($0)" }.joined(separator: " ") }
    let (before, after) = (text("old"), text("new"))
    let change = try #require(WordComparison(before: before, after: after).change())
    #expect(change.before == before && change.after == after && !change.isMinimal)
    let kept = change.runs.filter { $0.kind == WordRun.Kind.kept }.count
    #expect(kept > 0 && kept < count * 3 / 4)
  }

  @Test func aHugeRewriteIsRightAndSaysThatItMayBeLonger() throws {
    var generator = SeededGenerator(state: 7)
    let words = { (generator: inout SeededGenerator) in
      (0..<6_000).map { _ in "w\(Int.random(in: 0..<3_000, using: &generator))" }.joined(separator: " ")
    }
    let (before, after) = (words(&generator), words(&generator))
    let change = try #require(WordComparison(before: before, after: after).change())
    #expect(change.before == before && change.after == after)
    #expect(!change.isMinimal)
  }
}
