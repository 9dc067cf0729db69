import CrosswalkModel

/// Why a question to the workspace cannot be answered.
public enum WorkspaceError: DiagnosableError, Hashable {
  /// A whole framework where something in it is needed.
  case partNeeded(Reference)
  /// Something in a framework where the whole is needed.
  case wholeNeeded(Reference)
  case unknownFramework(String, closest: [String])
  /// The store had no such framework at the end of that day.
  case unknownThen(FrameworkID, CalendarDate)
  case unknownRevision(FrameworkID, String, known: [String])
  case unknownControl(FrameworkRevisionID, String, closest: [String])
  case ambiguousControl(FrameworkRevisionID, String, candidates: [String])
  case sameFramework(FrameworkID)
  /// Two revisions of one framework are needed.
  case differentFrameworks(FrameworkID, FrameworkID)
  /// One revision twice, or the only one.
  case sameRevision(FrameworkRevisionID, known: [String])
  case unknownScope(String, closest: [String])
  case unknownRole(String, closest: [String])
  case unknownPathway(String, known: [String])
  case unknownDirection(String, pathway: String, known: [String])
  /// No direction of the pathway, or not the named one, is about this framework; what each is about.
  case noDirection(FrameworkID, direction: String?, pathway: String, [String])
  /// A named subset of another framework than the one that is to be limited.
  case scopeOfAnother(String, FrameworkID, wanted: FrameworkID)
  /// A framework that is to select from another one and has none of its names.
  case nothingShared(FrameworkRevisionID, FrameworkRevisionID)
  /// Scopes that leave no requirement.
  case emptyScope([String], FrameworkRevisionID)
  /// A source of claims that no claim has.
  case unknownSource(String, known: [String])
  /// A piece of evidence that the subject file does not have.
  case unknownArtefact(String, closest: [String])
  case contentMissing(searched: [String])
  case noHome
  case mappingNeedsFrameworks(profile: String)
  /// An export that needs claims, where there are none that it can hold.
  case nothingToMap(FrameworkID, FrameworkID)
  case unknownTemplate(String, closest: [String], known: [String])
  case unknownLanguage(String, template: String, known: [String])
  case unknownVariant(String, template: String, known: [String])
  /// A document about a system, without the file that describes it.
  case subjectNeeded(template: String)
  /// A table of costs names something that neither framework of the plan has.
  case costOfNothing(Reference, closest: [String], at: SourceLocation)

  /// 64 for a name that does not exist, 78 where the installation is incomplete.
  public var exitStatus: ExitStatus {
    switch self {
    case .contentMissing, .noHome: .configuration
    case .costOfNothing: .data
    default: .usage
    }
  }

  /// The message for standard error.
  public var diagnostic: Diagnostic {
    switch self {
    case .partNeeded(let reference):
      Self.usage(
        "part-needed", "\"\(reference)\" names a whole framework", "name something in it: \(reference)/LOCAL")
    case .wholeNeeded(let reference):
      Self.usage(
        "whole-needed", "\"\(reference)\" names a part of a framework",
        "write \(reference.framework); --scope limits a report to a part of the target")
    case .unknownFramework(let name, let closest):
      Self.usage(
        "unknown-framework", "there is no framework \"\(name)\"",
        Self.suggestion(closest, else: "crosswalk frameworks lists them"))
    case .unknownThen(let framework, let day):
      Self.usage(
        "unknown-framework-then", "on \(day) the store did not know a framework \"\(framework)\"",
        "crosswalk frameworks says since when each is known; --known-by names the day")
    case .unknownRevision(let framework, let revision, let known):
      Self.usage(
        "unknown-revision", "\(framework) has no revision \"\(revision)\"",
        "known: \(known.joined(separator: ", "))")
    case .unknownControl(let catalog, let local, let closest):
      Self.usage(
        "unknown-control", "\(catalog) has no \"\(local)\"",
        Self.suggestion(closest, else: "local names are spelled as the publisher prints them"))
    case .ambiguousControl(let catalog, let local, let candidates):
      Self.usage(
        "ambiguous-control", "\"\(local)\" names several parts of \(catalog)",
        "write one of: \(candidates.joined(separator: ", "))")
    case .sameFramework(let framework):
      Self.usage("same-framework", "--from and --to both name \(framework)", "name two different frameworks")
    case .differentFrameworks(let first, let second):
      Self.usage(
        "different-frameworks", "\(first) and \(second) are two frameworks",
        "name two revisions of one; crosswalk gap compares two frameworks")
    case .sameRevision(let revision, let known):
      Self.usage(
        "same-revision", "there is nothing to compare \(revision) with",
        known.count < 2
          ? "it is the only revision of its framework that the store has; import another one"
          : "name two of: \(known.joined(separator: ", "))")
    case .unknownScope(let name, let closest):
      Self.usage(
        "unknown-scope",
        "\"\(name)\" is no scope: neither a role, a named subset, a part of the framework, another framework nor a file",
        Self.suggestion(closest, else: "roles: \(RoleSet.names.joined(separator: ", "))"))
    case .unknownRole(let name, let closest):
      Self.usage(
        "unknown-role", "there is no role \"\(name)\"",
        Self.suggestion(closest, else: "roles: \(RoleSet.names.joined(separator: ", "))"))
    case .unknownPathway(let name, let known):
      Self.usage(
        "unknown-pathway", "there is no pathway \"\(name)\"",
        "known: \(known.joined(separator: ", ")); a file is named with its path")
    case .unknownDirection(let name, let pathway, let known):
      Self.usage(
        "unknown-direction", "the pathway \(pathway) has no direction \"\(name)\"",
        "known: \(known.joined(separator: ", "))")
    case .noDirection(let framework, let direction, let pathway, let frameworks):
      Self.usage(
        "no-direction",
        direction.map {
          "direction \($0) of the pathway \(pathway) is not about requirements of \(framework)"
        }
          ?? "no direction of the pathway \(pathway) is about requirements of \(framework)",
        frameworks.joined(separator: "; "))
    case .scopeOfAnother(let name, let framework, let wanted):
      Self.usage(
        "scope-of-another", "the scope \"\(name)\" is a subset of \(framework), not of \(wanted)",
        "--scope limits the target, --source-scope the source")
    case .nothingShared(let selection, let framework):
      Self.usage(
        "nothing-shared", "\(selection) has no name in common with \(framework)",
        "a baseline selects from the catalog whose names it has")
    case .emptyScope(let names, let framework):
      Self.usage(
        "empty-scope",
        "no requirement of \(framework) is in \(names.map { "\"\($0)\"" }.joined(separator: " and "))",
        "several scopes together are what all of them have")
    case .unknownSource(let name, let known):
      Self.usage(
        "unknown-source", "no claim has the author or comes from the file \"\(name)\"",
        "known: \(known.joined(separator: ", "))")
    case .unknownArtefact(let name, let closest):
      Self.usage(
        "unknown-artefact", "the subject file has no evidence \"\(name)\"",
        Self.suggestion(closest, else: "its \"evidence\" names them as \"id\""))
    case .mappingNeedsFrameworks(let profile):
      Self.usage(
        "mapping-needs-frameworks", "the cells of a table of profile \(profile) name no framework",
        "name both with --source-framework and --target-framework")
    case .nothingToMap(let from, let to):
      Self.usage(
        "nothing-to-map",
        "no claim relates parts of \(from) and \(to), and OSCAL has no collection without a map",
        "crosswalk mappings lists the frameworks that claims connect")
    case .unknownTemplate(let name, let closest, let known):
      Self.usage(
        "unknown-template", "there is no template \"\(name)\"",
        Self.suggestion(closest, else: "known: \(known.joined(separator: ", "))")
          + "; a folder is named with its path: ./\(name)")
    case .unknownLanguage(let language, let template, let known):
      Self.usage(
        "unknown-language", "the template \(template) has no labels in \"\(language)\"",
        "known: \(known.joined(separator: ", ")); strings/LANGUAGE.json in its folder adds one")
    case .unknownVariant(let variant, let template, let known):
      Self.usage(
        "unknown-variant", "the template \(template) has no variant \"\(variant)\"",
        known.isEmpty ? "it has only the full one" : "known: \(known.joined(separator: ", "))")
    case .subjectNeeded(let template):
      Self.usage(
        "subject-needed", "the template \(template) is about a system",
        "--subject names the file that describes it, such as Crosswalks/Examples/border-screening-support.subject.json"
      )
    case .costOfNothing(let reference, let closest, let location):
      Diagnostic(
        .error, code: "cost-of-nothing", message: "neither framework of the plan has \"\(reference)\"",
        location: location,
        hint: Self.suggestion(closest, else: "a row names FRAMEWORK/LOCAL of --from or --to"))
    case .contentMissing(let searched):
      Diagnostic(
        .error, code: "content-missing", message: "the bundled content was not found",
        hint: "looked in \(searched.joined(separator: ", ")); set CROSSWALK_CONTENT to the folder Crosswalks")
    case .noHome:
      Diagnostic(
        .error, code: "no-home",
        message: "there is no place for the store: HOME and XDG_DATA_HOME are not set",
        hint: "name a file with --store")
    }
  }

  private static func usage(_ code: String, _ message: String, _ hint: String) -> Diagnostic {
    Diagnostic(.error, code: code, message: message, hint: hint)
  }

  private static func suggestion(_ closest: [String], else other: String) -> String {
    closest.isEmpty ? other : "did you mean \(closest.joined(separator: ", "))?"
  }
}
