extension MappingClaim {
  /// What a claim says, but for its revisions and its review: each thing by its name, `nil` where it is not said.
  public var statements: [(name: String, value: String?)] {
    [
      ("source", source.spelled), ("target", target.spelled), ("token", token),
      ("relations", String(relations.rawValue)), ("rationale", rationale?.rawValue),
      ("strength", strength.map { String($0) }), ("confidence", confidence.map { "\($0)" }),
      ("note", note), ("basis", basis),
    ]
  }

  /// What a reviewer has before them of a claim: all that it says, with the revisions that it names, in one text.
  ///
  /// Two claims with the same text say the same. Status and review are no part of it: these are what a reviewer changes.
  public var reviewedContent: String {
    NamedValues.joined(
      statements + [
        ("source-revision", sourceRevision?.rawValue), ("target-revision", targetRevision?.rawValue),
      ])
  }
}

/// Named values as one text.
public enum NamedValues {
  /// Those that there are, in their order; different lists never give the same text.
  public static func joined(_ fields: [(name: String, value: String?)]) -> String {
    var text = ""
    // The length goes first, so that no value can be taken for the end of another.
    for case (let field, let value?) in fields { text += "\(field)=\(value.utf8.count):\(value)\u{1F}" }
    return text
  }
}
