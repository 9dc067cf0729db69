import CrosswalkImporters
import CrosswalkModel
import CrosswalkReaders
import Glibc

/// The files and folders of templates and of a subject: who watches them sees every change of these.
public struct DocumentSources: Hashable, Sendable {
  /// What a change of a file changes, as the system says.
  private struct Stamp: Hashable, Sendable {
    var device: dev_t
    var inode: ino_t
    var size: off_t
    var seconds, nanoseconds: Int
  }

  /// Every path, with what the system says about it; `nil` where there is nothing.
  private var stamps: [String: Stamp?] = [:]

  /// Looks at `paths`.
  init(_ paths: some Sequence<String>) {
    for path in paths { stamps[path] = .some(Self.stamp(of: path)) }
  }

  /// Whether something has changed, come or gone since.
  public var haveChanged: Bool { stamps.contains { Self.stamp(of: $0.key) != $0.value } }

  private static func stamp(of path: String) -> Stamp? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    return Stamp(
      device: status.st_dev, inode: status.st_ino, size: status.st_size, seconds: status.st_mtim.tv_sec,
      nanoseconds: status.st_mtim.tv_nsec)
  }
}

extension Workspace {
  /// What the documents from `templates` about `subject` are made from, as it is now.
  ///
  /// A subject file that cannot be read is watched alone, without the files that it would name.
  /// - Throws: ``WorkspaceError`` for a template that does not exist.
  public func sources(of templates: [String], subject: String?) throws -> DocumentSources {
    var paths: Set<String> = []
    let folders = try templates.map { try TemplateLibrary.folder(of: $0, content.location) }
    for folder in folders + ["\(content.location.folder)/Templates/shared"] {
      for name in ["", "/parts", "/strings", "/words"] {
        paths.insert(folder + name)
        paths.formUnion(ContentLocation(folder: folder + name).files(in: ".", suffix: ""))
      }
    }
    if let subject {
      paths.insert(subject)
      if let file = try? SubjectFile(SourceFile(path: subject)) {
        if let system = file.subject.system { paths.insert(file.folder + system) }
        for item in file.subject.evidence ?? [] { paths.insert(file.folder + item.path) }
      }
    }
    return DocumentSources(paths)
  }
}
