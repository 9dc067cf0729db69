import CrosswalkModel

/// Why one try gave nothing, and what the server said about when to come back.
struct AttemptFailure: Error {
  var reason: DownloadError.Reason
  /// Where; redacted.
  var address: String?
  /// Scheme, host and port of the server that failed, where one did.
  var origin: String?
  /// Seconds, where the server named them.
  var retryAfter: Double?
}

extension FileDownload {
  /// One try to fetch `file` from one address, through all of its redirects.
  func attempt(
    _ file: SourceManifest.File, from url: String, expected: ExpectedContent, into folder: String,
    known: SourceFileState?
  ) throws(AttemptFailure) -> Fetched {
    let validators = known.map { Validators($0) } ?? .none
    let body = try local { () throws(ExchangeFailure) in try BodyFile(name: file.name, in: folder) }
    let (answer, address, content) = try follow(file, from: url, validators: validators, into: body)
    if answer.status == 304 {
      guard let known, !validators.isEmpty else { throw AttemptFailure(.unexpectedStatus(304), address) }
      log(note("not-modified", "not modified: \(address.redacted)", file))
      var state = known
      state.checkedAt = now
      return Fetched(path: nil, state: state)
    }
    guard let content, content.bytes > 0 else { throw AttemptFailure(.empty, address) }
    if let length = answer.length, length != content.bytes {
      throw AttemptFailure(
        .ambiguousLength("Content-Length is \(length), and the content has \(content.bytes) bytes"), address)
    }
    if let fault = expected.fault(ofFileAt: body.temporaryPath, open: body.descriptor, bytes: content.bytes) {
      throw AttemptFailure(fault, address)
    }
    let path = try local { () throws(ExchangeFailure) in try body.keep() }
    log(note("fetched", "fetched \(content.bytes) bytes: \(address.redacted)", file))
    return Fetched(path: path, state: state(of: file, url: url, answer, content))
  }

  private func state(
    of file: SourceManifest.File, url: String, _ answer: HTTPAnswer, _ content: ExchangeBody
  ) -> SourceFileState {
    SourceFileState(
      name: file.name, url: SourceAddress.redacted(url), etag: Validators.tag(answer.header("etag")),
      lastModified: Validators.date(answer.header("last-modified"), now: now), sha256: content.sha256,
      bytes: content.bytes, checkedAt: now)
  }

  /// Goes where the answers lead, as far as the source allows; the answer that does not lead on.
  private func follow(
    _ file: SourceManifest.File, from url: String, validators: Validators, into body: borrowing BodyFile
  ) throws(AttemptFailure) -> (HTTPAnswer, SourceAddress, ExchangeBody?) {
    var address: SourceAddress
    do { address = try SourceAddress(url) } catch {
      throw AttemptFailure(reason: .redirect(.address(SourceAddress.redacted(url), error)))
    }
    // Where the list asks for no language, URLSession would: the one of this machine's user.
    let headers =
      [file.accept.map { ("Accept", $0) }, ("Accept-Language", file.acceptLanguage ?? "*")]
      .compactMap { $0 } + validators.headers
    let deadline = ContinuousClock.now + .seconds(file.maximumSeconds)
    var visited = [address]
    while true {
      if let reason = policy.busy.reason(address.origin) { throw AttemptFailure(reason, address) }
      let answer: HTTPAnswer
      let content: ExchangeBody?
      let request = request(file, to: address, headers, into: body.temporaryPath, until: deadline)
      do throws(ExchangeFailure) {
        (answer, content) = try program.run(
          request, proxy: policy.proxy, seconds: file.maximumSeconds, in: body.folder)
      } catch { throw AttemptFailure(error.reason, address) }
      if let fault = answer.fault(limit: file.maximumBytes) { throw failure(fault, answer, address) }
      guard answer.isRedirect else { return (answer, address, content) }
      let next = try hop(from: address, answer, visited)
      log(note("redirect", "\(answer.status) from \(address.redacted) to \(next.redacted)", file))
      address = next
      visited.append(next)
    }
  }

  private func request(
    _ file: SourceManifest.File, to address: SourceAddress, _ headers: [(String, String)],
    into path: String, until deadline: ContinuousClock.Instant
  ) -> ExchangeRequest {
    ExchangeRequest(
      address: address.description, headers: headers.map { .init(name: $0, value: $1) }, body: path,
      limit: file.maximumBytes, seconds: max(0, (deadline - .now) / .seconds(1)),
      idleSeconds: policy.idleSeconds, minimumSpeed: policy.minimumSpeed, speedGrace: policy.speedGrace,
      isTunnelled: policy.proxy != nil && NetworkEnvironment.isByProxy(address))
  }

  private func hop(
    from address: SourceAddress, _ answer: HTTPAnswer, _ visited: [SourceAddress]
  ) throws(AttemptFailure) -> SourceAddress {
    do throws(RedirectFault) {
      let next = try redirects.next(from: address, location: answer.header("location"))
      guard !visited.contains(next) else { throw .loop(next.redacted) }
      // The first address is no redirect.
      guard visited.count <= policy.redirects else { throw .tooMany(policy.redirects) }
      return next
    } catch { throw AttemptFailure(.redirect(error), address) }
  }

  private func failure(
    _ reason: DownloadError.Reason, _ answer: HTTPAnswer, _ address: SourceAddress
  ) -> AttemptFailure {
    AttemptFailure(
      reason: reason, address: address.redacted, origin: address.origin,
      retryAfter: RetryAfter.seconds(answer.header("retry-after"), now: now))
  }

  /// What fails on this machine and not at an address.
  private func local<Result: ~Copyable>(
    _ body: () throws(ExchangeFailure) -> Result
  ) throws(AttemptFailure) -> Result {
    do throws(ExchangeFailure) { return try body() } catch { throw AttemptFailure(reason: error.reason) }
  }
}

extension AttemptFailure {
  fileprivate init(_ reason: DownloadError.Reason, _ address: SourceAddress) {
    self.init(reason: reason, address: address.redacted)
  }
}
