import CrosswalkModel
import CrosswalkStore

/// Finds dates of application that are near, or that passed since somebody last looked.
struct ApplicationNotices {
  let store: CrosswalkStore
  let today: CalendarDate

  /// The notices in the order of their dates.
  ///
  /// - Parameter last: The day of the last look; `nil` where there was none, and then only what is to come is told.
  func notices(since last: CalendarDate?) throws(StoreError) -> [ApplicationNotice] {
    var notices: [ApplicationNotice] = []
    for metadata in try store.currentRevisions(asOf: today) {
      let (dated, dates) = try newestDates(of: metadata)
      let remark = dated.id == metadata.id ? "" : "; \(metadata.id), which is current, has no dates"
      for (date, what) in dates {
        let notice = ApplicationNotice(
          framework: dated.id, title: dated.title, asOf: dated.asOf, date: date, what: what + remark,
          today: today)
        let isNear = (0...ApplicationNotice.horizon).contains(notice.days)
        let isNew = last.map { date > $0 } ?? false
        if isNear || notice.days < 0 && isNew { notices.append(notice) }
      }
    }
    return notices.sorted { ($0.date, $0.framework.framework) < ($1.date, $1.framework.framework) }
  }

  /// The dates of the current revision; where it has none, those of the newest one before it that has.
  ///
  /// A table of a
  /// newer text rarely carries dates, and a law does not lose them by that.
  private func newestDates(of current: CatalogMetadata) throws(StoreError) -> (
    CatalogMetadata, [(CalendarDate, String)]
  ) {
    let own = try dates(of: current)
    guard own.isEmpty else { return (current, own) }
    let all = try store.revisions(of: current.id.framework).map(\.metadata)
    for earlier in all.prefix(while: { $0.id != current.id }).reversed() {
      let dates = try dates(of: earlier)
      if !dates.isEmpty { return (earlier, dates) }
    }
    return (current, [])
  }

  /// What the framework declares, else what its parts say of themselves.
  private func dates(of metadata: CatalogMetadata) throws(StoreError) -> [(CalendarDate, String)] {
    let schedule = ApplicationSchedule(properties: metadata.properties)
    guard schedule.isEmpty else { return Self.dates(of: schedule) }
    return try store.applicationDays(of: metadata.id).map { day, parts in
      (day, "\(parts) \(parts == 1 ? "part applies" : "parts apply") from then on")
    }
  }

  private static func dates(of schedule: ApplicationSchedule) -> [(CalendarDate, String)] {
    let rules = schedule.rules.flatMap { rule -> [(CalendarDate, String)] in
      let what = "\(subject(rule.nodes)) from then on\(routes(rule.routes, schedule)) (\(rule.provision))"
      let condition = rule.condition.map { ", on condition: \($0)" } ?? ""
      return [(rule.from, what + condition)]
        + (rule.until.map { [($0, "the condition of \(rule.provision) is settled")] } ?? [])
    }
    let transitions = schedule.transitions.compactMap { rule -> (CalendarDate, String)? in
      guard case .complyBy(let day) = rule.effect else { return nil }
      let what =
        "last day of the transition for what was placed on the market before \(rule.placedBefore)"
        + "\(routes(rule.routes, schedule)) (\(rule.provision))"
      return (day, what)
    }
    return rules + transitions
  }

  private static func subject(_ nodes: [String]) -> String {
    switch nodes.count {
    case 0: "the whole applies"
    case 1: "\(nodes[0]) applies"
    case 2...6: "\(nodes.joined(separator: ", ")) apply"
    default: "\(nodes.prefix(5).joined(separator: ", ")) and \(nodes.count - 5) more apply"
    }
  }

  private static func routes(_ ids: [String], _ schedule: ApplicationSchedule) -> String {
    let titles = ids.map { schedule.route($0)?.title ?? $0 }
    return titles.isEmpty ? "" : ", for \(titles.joined(separator: "; "))"
  }
}
