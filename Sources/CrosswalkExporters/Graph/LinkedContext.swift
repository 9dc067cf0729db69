/// What the names in a JSON-LD document of the toolkit mean: all of it in the document, so that reading one fetches
/// nothing.
enum LinkedContext {
  /// Namespaces that others define, and the toolkit's own vocabulary.
  private static let prefixes = [
    "crosswalk": SSSOMExporter.namespace, "dcterms": "http://purl.org/dc/terms/",
    "owl": "http://www.w3.org/2002/07/owl#", "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "semapv": "https://w3id.org/semapv/vocab/", "skos": "http://www.w3.org/2004/02/skos/core#",
    "sssom": "https://w3id.org/sssom/", "xsd": "http://www.w3.org/2001/XMLSchema#",
  ]

  /// Names whose values are names.
  private static let references = [
    "annotatedProperty": "owl:annotatedProperty", "annotatedSource": "owl:annotatedSource",
    "annotatedTarget": "owl:annotatedTarget", "broadMatch": "skos:broadMatch", "broader": "skos:broader",
    "exactMatch": "skos:exactMatch", "hasTopConcept": "skos:hasTopConcept", "inScheme": "skos:inScheme",
    "isPartOf": "dcterms:isPartOf", "mapping_justification": "sssom:mapping_justification",
    "member": "skos:member", "narrowMatch": "skos:narrowMatch", "narrower": "skos:narrower",
    "object_source": "sssom:object_source", "relatedMatch": "skos:relatedMatch",
    "route_source": "crosswalk:route_source", "route_target": "crosswalk:route_target",
    "subject_source": "sssom:subject_source", "topConceptOf": "skos:topConceptOf",
  ]

  /// Names whose values have a type.
  private static let typed = [
    "applies_from": ("crosswalk:applies_from", "xsd:date"), "as_of": ("dcterms:date", "xsd:date"),
    "confidence": ("sssom:confidence", "xsd:double"), "mapping_date": ("dcterms:created", "xsd:date"),
    "review_date": ("sssom:review_date", "xsd:date"), "strength": ("crosswalk:strength", "xsd:integer"),
    "withdrawn": ("owl:deprecated", "xsd:boolean"),
  ]

  /// Names whose values are texts.
  private static let texts = [
    "author_label": "sssom:author_label", "basis": "crosswalk:basis", "comment": "rdfs:comment",
    "definition": "skos:definition", "hiddenLabel": "skos:hiddenLabel", "kind": "crosswalk:kind",
    "language": "dcterms:language", "licence": "dcterms:license", "method": "crosswalk:method",
    "modality": "crosswalk:modality", "notation": "skos:notation", "note": "skos:note",
    "notice": "dcterms:description", "object_source_version": "sssom:object_source_version",
    "predicate_modifier": "sssom:predicate_modifier", "prefLabel": "skos:prefLabel",
    "publisher": "dcterms:publisher", "rationale": "crosswalk:rationale",
    "relationship": "crosswalk:relationship", "reviewer_label": "sssom:reviewer_label",
    "role": "crosswalk:role", "source": "dcterms:source", "stale": "crosswalk:stale",
    "status": "crosswalk:status",
    "strict": "crosswalk:strict", "subject_source_version": "sssom:subject_source_version",
    "title": "dcterms:title", "version": "owl:versionInfo",
  ]

  /// The member `@context` of a document.
  static let value: LinkedValue = {
    var context = (prefixes.merging(texts) { $1 }).mapValues(LinkedValue.text)
    for (name, iri) in references { context[name] = .node(["@id": .text(iri), "@type": .text("@id")]) }
    for (name, (iri, type)) in typed { context[name] = .node(["@id": .text(iri), "@type": .text(type)]) }
    return .node(context)
  }()
}
