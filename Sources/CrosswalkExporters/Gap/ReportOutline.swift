import CrosswalkModel

/// The findings of a report under their articles and chapters, in document order.
struct ReportOutline {
  /// A chapter with its articles.
  struct Chapter {
    var group: GapReport.Group
    /// Its verdict as a whole, outside all counts.
    var parent: GapReport.Finding?
    var articles: [Article]
  }

  /// An article, category or control with its findings.
  struct Article {
    var group: GapReport.Group
    var parent: GapReport.Finding?
    var findings: [GapReport.Finding]

    /// When most of its findings apply, in words; on a tie, the first of them.
    var usualApplication: String {
      let words = findings.map(\.applicationWords)
      var counts: [String: Int] = [:]
      for each in words { counts[each, default: 0] += 1 }
      let most = counts.values.max()
      return words.first { counts[$0] == most } ?? Applicability.applies.words
    }

    /// The alternative routes to all of its findings: said once, at its head.
    var commonAlternatives: [AlternativeRoute] {
      guard !isItsOwnFinding, let first = findings.first else { return [] }
      return first.alternatives.filter { route in findings.allSatisfy { $0.alternatives.contains(route) } }
    }

    /// The alternative routes to one finding that the head does not say.
    func furtherAlternatives(of finding: GapReport.Finding) -> [AlternativeRoute] {
      let common = commonAlternatives
      return finding.alternatives.filter { !common.contains($0) }
    }

    /// Whether the article is itself its only finding, and a heading would say everything twice.
    var isItsOwnFinding: Bool { findings.count == 1 && findings[0].target.local == group.id }
  }

  private(set) var chapters: [Chapter] = []

  fileprivate struct Key: Hashable {
    var chapter, group: String
  }

  /// Sorts the findings of `report` under the groups they name.
  ///
  /// Cost: linear.
  ///
  /// A finding that names a group which the report does not describe stands under a heading of that name:
  /// nothing is left out.
  init(_ report: GapReport) {
    let chapterGroups = Dictionary(
      report.chapters.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let articleGroups = Dictionary(
      report.groups.map { (Key(chapter: $0.chapter ?? "", group: $0.id), $0) },
      uniquingKeysWith: { first, _ in first })
    let parents = Dictionary(
      report.parents.map { ($0.target.local, $0) }, uniquingKeysWith: { first, _ in first })
    var chapterPlace: [String: Int] = [:]
    var articlePlace: [Key: Int] = [:]
    for finding in report.findings {
      let key = Key(chapter: finding.chapter, group: finding.group)
      let chapter =
        chapterPlace[finding.chapter]
        ?? append(
          chapterGroups[finding.chapter] ?? .named(finding.chapter, chapter: nil), parents, &chapterPlace)
      if let article = articlePlace[key] {
        chapters[chapter].articles[article].findings.append(finding)
      } else {
        let group = articleGroups[key] ?? .named(finding.group, chapter: finding.chapter)
        articlePlace[key] = chapters[chapter].articles.count
        chapters[chapter].articles.append(
          Article(group: group, parent: parents[group.id], findings: [finding]))
      }
    }
    countUndescribedGroups(described: Set(chapterGroups.keys), Set(articleGroups.keys))
  }

  private mutating func append(
    _ group: GapReport.Group, _ parents: [String: GapReport.Finding], _ places: inout [String: Int]
  ) -> Int {
    places[group.id] = chapters.count
    chapters.append(Chapter(group: group, parent: parents[group.id], articles: []))
    return chapters.count - 1
  }

  /// Gives groups that the report does not describe the counts of the findings they hold.
  private mutating func countUndescribedGroups(described: Set<String>, _ articles: Set<Key>) {
    for chapter in chapters.indices {
      for article in chapters[chapter].articles.indices
      where chapters[chapter].articles[article].group.isUndescribed {
        chapters[chapter].articles[article].group.counts.add(chapters[chapter].articles[article].findings)
      }
      if chapters[chapter].group.isUndescribed {
        chapters[chapter].group.counts.add(chapters[chapter].articles.flatMap(\.findings))
      }
    }
  }
}

extension ReportOutline.Chapter {
  fileprivate func key(of article: Int) -> ReportOutline.Key {
    ReportOutline.Key(chapter: group.id, group: articles[article].group.id)
  }
}

extension VerdictCounts {
  fileprivate mutating func add(_ findings: [GapReport.Finding]) {
    for finding in findings {
      add(
        finding.verdict, extent: finding.extent, stale: finding.stale, suggestedGap: finding.suggestedGap,
        weight: finding.weight)
    }
  }
}

extension GapReport.Group {
  fileprivate static func named(_ id: String, chapter: String?) -> Self {
    Self(id: id, label: "", title: "", chapter: chapter, counts: VerdictCounts())
  }

  /// Whether nobody counted it: not even how many of its findings apply when.
  fileprivate var isUndescribed: Bool { counts.statements == 0 && applicability == ApplicabilityCounts() }

  /// Its label, or else its name; a finding outside every chapter has neither.
  var shortName: String {
    let name = label.isEmpty ? id : label
    return name.isEmpty ? "Outside any chapter" : name
  }
}
