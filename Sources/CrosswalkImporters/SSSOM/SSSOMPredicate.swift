import CrosswalkModel

/// What the predicates of mapping sets say in the algebra.
///
/// `skos:broadMatch`: the object is the broader one, so the subject is a subset of it. "Close" and "related" exclude
/// nothing but disjointness. A negation excludes what the predicate says and nothing more: "not exactly the same" is
/// no word about disjointness. Only "not related" says that nothing is shared.
enum SSSOMPredicate {
  private static let words: [String: String] = [
    "skos:exactMatch": "equal-to", "owl:sameAs": "equal-to", "owl:equivalentClass": "equivalent-to",
    "owl:equivalentProperty": "equivalent-to", "skos:broadMatch": "subset-of", "rdfs:subClassOf": "subset-of",
    "rdfs:subPropertyOf": "subset-of", "skos:narrowMatch": "superset-of", "sssom:superClassOf": "superset-of",
    "skos:closeMatch": "related", "skos:relatedMatch": "related",
  ]

  static let allowed = words.keys.sorted().joined(separator: ", ")
  /// The one predicate whose absence says that nothing is shared.
  static let related = SSSOMPrefixes.builtIn["skos", default: ""] + "relatedMatch"

  private static let byAddress: [String: String] = Dictionary(
    uniqueKeysWithValues: words.map { name, word in
      let halves = name.split(separator: ":")
      return (SSSOMPrefixes.builtIn[String(halves[0]), default: ""] + halves[1], word)
    })

  /// The word for the predicate called `iri`; `nil` where it is not known.
  static func word(_ iri: String, isNegated: Bool) -> RelationWord? {
    guard let word = byAddress[iri].flatMap({ RelationWord($0) }) else { return nil }
    guard isNegated else { return word }
    switch word.token {
    case "related": return RelationWord(iri == related ? "no-relationship" : "not-equal-to")
    case "equivalent-to": return RelationWord("not-equal-to")
    default: return RelationWord("not-" + word.token)
    }
  }

  /// How a mapping was made.
  struct Justification {
    /// Who made it; `nil` where the justification does not say.
    var method: MappingClaim.Method?
  }

  /// The justification called `iri`; `nil` where it is not known.
  static func justification(_ iri: String) -> Justification? {
    guard let vocabulary = SSSOMPrefixes.builtIn["semapv"], iri.hasPrefix(vocabulary) else { return nil }
    return methods[String(iri.dropFirst(vocabulary.count))]
  }

  static let justifications = methods.keys.sorted().map { "semapv:" + $0 }.joined(separator: ", ")

  private static let methods: [String: Justification] = {
    let human = ["ManualMappingCuration", "MappingReview"]
    let automatic = [
      "LexicalMatching", "LogicalReasoning", "CompositeMatching", "SemanticSimilarityThresholdMatching",
      "LexicalSimilarityThresholdMatching", "MappingChaining", "MappingInversion", "StructuralMatching",
      "InstanceBasedMatching", "BackgroundKnowledgeBasedMatching",
    ]
    var methods = ["UnspecifiedMatching": Justification(method: nil)]
    for name in human { methods[name] = Justification(method: .human) }
    for name in automatic { methods[name] = Justification(method: .automation) }
    return methods
  }()
}
