import CrosswalkModel

/// One request to the network, as the process that makes it reads it.
struct ExchangeRequest: Codable, Hashable, Sendable {
  /// A header of HTTP.
  struct Header: Codable, Hashable, Sendable {
    var name, value: String
  }

  /// Where to; nothing of it is secret from that process.
  var address: String
  var headers: [Header]
  /// The file that the body of a 200 goes to; it is there already.
  var body: String
  /// The most bytes of the body.
  var limit: Int
  /// Seconds until the exchange must have ended.
  var seconds: Double
  /// Seconds without a byte after which an answer counts as dead.
  var idleSeconds: Double
  /// Bytes a second below which it does, once ``speedGrace`` seconds have passed.
  var minimumSpeed: Int
  var speedGrace: Double
  /// Whether a proxy answers first, that it has made the connection.
  var isTunnelled: Bool
}

/// How an exchange ended, as the process that made it says.
enum ExchangeEnd: Codable, Hashable, Sendable {
  /// With an answer whose body is not read, or is in the file.
  case answer(HTTPAnswer, body: ExchangeBody?)
  /// Without one that could be taken.
  case failure(ExchangeFault)
}

/// What stands in the file now.
struct ExchangeBody: Codable, Hashable, Sendable {
  var bytes: Int
  var sha256: String
}

/// Why an exchange gave nothing that could be taken.
enum ExchangeFault: Codable, Hashable, Sendable {
  case unreachable(words: String)
  case proxy(status: Int)
  case tls(words: String)
  case idle, late, tooLarge
  case slow(bytesPerSecond: Int)
  case cutOff(words: String)
  case encoded(words: String)
  case ambiguousLength(words: String)
  case file(errno: Int32)

  /// The same for whoever reads about the download.
  ///
  /// - Parameter seconds: The time that all exchanges of the file may take.
  func reason(of request: ExchangeRequest, seconds: Int) -> DownloadError.Reason {
    switch self {
    case .unreachable(let words): .unreachable(words)
    case .proxy(let status): .proxy(status: status)
    case .tls(let words): .tls(words)
    case .idle: .idle(seconds: request.idleSeconds)
    case .late: .late(seconds: seconds)
    case .tooLarge: .tooLarge(limit: request.limit)
    case .slow(let speed): .slow(bytesPerSecond: speed)
    case .cutOff(let words): .cutOff(words)
    case .encoded(let words): .encoded(words)
    case .ambiguousLength(let words): .ambiguousLength(words)
    case .file(let number): .file(errno: number)
    }
  }
}

/// Why an exchange gave nothing, before it is known for which file that was.
struct ExchangeFailure: Error {
  let reason: DownloadError.Reason

  init(_ reason: DownloadError.Reason) { self.reason = reason }
}
