import CrosswalkModel
import Glibc

/// A zip container whose members were checked before anything was taken out.
public struct ZipContainer: Sendable {
  /// The regular files in the order of the archive, named `archive.zip!folder/member.xml`.
  public let files: [SourceFile]

  /// Reads `file` as a zip container; nothing is written to disk.
  ///
  /// - Throws: ``ReadingError`` for a damaged container, too many or too large members, a name that leads out of
  ///   the container or clashes with another, an encrypted member, or one that is no regular file or folder.
  /// - Complexity: The content of all members is in memory, at most `limits.zipTotalBytes`.
  public init(_ file: SourceFile, limits: ReadingLimits = .standard) throws(ReadingError) {
    let bytes = try file.bytes(limits: limits)
    guard SourceKind(prefix: bytes.prefix(16)) == .zip else { throw ReadingError(.notZip, file: file.name) }
    let archive = try ZipArchive(bytes, name: file.name)
    let members = try Self.checkedMembers(of: archive, name: file.name, limits: limits)
    var contents: [String: [UInt8]] = [:]
    for member in members { contents[member.path] = try archive.content(of: member) }
    let shared = ContainerContents(name: file.name, bytes: contents)
    files = members.map { SourceFile(memberPath: $0.path, of: shared) }
  }

  /// The regular files, after every member was found harmless.
  private static func checkedMembers(
    of archive: borrowing ZipArchive, name: String, limits: ReadingLimits
  ) throws(ReadingError) -> [ZipArchive.Member] {
    guard archive.count <= limits.zipEntries else {
      throw ReadingError(.tooManyMembers(limit: limits.zipEntries), file: name)
    }
    var check = ZipMemberCheck(limits: limits)
    var members: [ZipArchive.Member] = []
    for index in 0..<archive.count {
      let member = try archive.member(index)
      if let reason = check.refusal(of: member) { throw ReadingError(reason, file: name) }
      if !member.isFolder { members.append(member) }
    }
    return members
  }
}

extension ZipArchive.Member {
  var isFolder: Bool { path.utf8.last == UInt8(ascii: "/") }
}

/// Checks the members of one container, each by itself and all together, before any is unpacked.
struct ZipMemberCheck {
  private let limits: ReadingLimits
  private var totalSize = 0
  /// Paths by what file systems without regard to case would make of them.
  private var seen: [String: String] = [:]

  init(limits: ReadingLimits) { self.limits = limits }

  /// Why `member` is not allowed, `nil` when it is.
  mutating func refusal(of member: ZipArchive.Member) -> ReadingError.Reason? {
    let path = member.path
    guard Self.isSafe(path) else { return .unsafeMemberName(path) }
    let key = (member.isFolder ? String(path.dropLast()) : path).lowercased()
    if let other = seen.updateValue(path, forKey: key) { return .memberClash(path, with: other) }
    if member.isEncrypted { return .encryptedMember(path) }
    let expected = member.isFolder ? S_IFDIR : S_IFREG
    guard member.fileType == 0 || member.fileType == expected else { return .memberNotRegular(path) }
    return sizeRefusal(of: member)
  }

  private mutating func sizeRefusal(of member: ZipArchive.Member) -> ReadingError.Reason? {
    guard member.size <= limits.zipEntryBytes else {
      return .memberTooLarge(member.path, limit: limits.zipEntryBytes)
    }
    totalSize += member.size
    if totalSize > limits.zipTotalBytes { return .membersTooLarge(limit: limits.zipTotalBytes) }
    let isLarge = member.size > 1 << 20
    if isLarge && member.size / max(member.compressedSize, 1) >= limits.zipRatio {
      return .memberRatio(member.path, limit: limits.zipRatio)
    }
    return nil
  }

  /// Whether `path` stays inside of the container on every system: relative, without `..`, backslashes, drive
  /// letters, empty parts or control characters.
  private static func isSafe(_ path: String) -> Bool {
    let isPlain = path.unicodeScalars.allSatisfy { !$0.isUnsafeOnATerminal && $0 != "\\" && $0 != ":" }
    var parts = path.split(separator: "/", omittingEmptySubsequences: false)
    if parts.count > 1 && parts.last?.isEmpty == true { parts.removeLast() }
    return isPlain && parts.allSatisfy { !$0.isEmpty && $0 != "." && $0 != ".." }
  }
}
