import CrosswalkModel
import Testing

/// Addresses that two readers could understand differently are none.
@Suite struct SourceAddressTests {
  @Test(arguments: [
    ("https://example.org", "https://example.org/"),
    ("HTTPS://Example.ORG:443/A?b=c", "https://example.org/A?b=c"),
    ("https://example.org:8443/a", "https://example.org:8443/a"),
    ("http://localhost:80/a", "http://localhost/a"),
    ("http://127.8.9.1:8080/", "http://127.8.9.1:8080/"), ("http://[::1]/", "http://[::1]/"),
    ("https://xn--bcher-kva.example/?q", "https://xn--bcher-kva.example/?q"),
    ("https://example.org/celex/02014R0910-20241018%20", "https://example.org/celex/02014R0910-20241018%20"),
  ])
  func areReadAndWritten(text: String, written: String) throws {
    #expect(try SourceAddress(text).description == written)
  }

  @Test(arguments: [
    ("http://example.org/", AddressFault.plainHTTP), ("ftp://127.0.0.1/", .scheme("ftp")),
    ("file:///etc/passwd", .host("")),
    ("mailto:a@b", .scheme("mailto")), ("https://a:b@example.org/", .user),
    ("https://example.org@evil.example/", .user),
    ("https://example.org/#top", .fragment), ("https://93.184.216.34/", .literal("93.184.216.34")),
    ("http://169.254.169.254/", .literal("169.254.169.254")), ("https://[fe80::1]/", .literal("[fe80::1]")),
    ("https://[::ffff:127.0.0.1]/", .literal("[::ffff:127.0.0.1]")),
    ("http://2130706433/", .host("2130706433")),
    ("http://127.1/", .host("127.1")), ("http://0x7f.0.0.1/", .host("0x7f.0.0.1")),
    ("http://0177.0.0.1/", .host("0177.0.0.1")),
    ("https://example.0x1/", .host("example.0x1")), ("https://localhost./", .host("localhost.")),
    ("https://-a.example/", .host("-a.example")),
    ("https://a_b.example/", .host("a_b.example")), ("https:///a", .host("")),
    ("https://example.org:0/", .port("0")),
    ("https://example.org:65536/", .port("65536")), ("https://example.org:/", .port("")),
    ("https:/example.org", .malformed),
    ("example.org/a", .malformed), ("//example.org/a", .malformed), ("", .malformed),
    ("https://\u{430}pple.example/", .malformed),
    ("https://example.org/a b", .malformed), ("https://example.org\\@evil.example/", .malformed),
    ("https://example.org/%zz", .malformed),
    ("https://example.org/\n", .malformed), ("https://example.org/a%2", .malformed),
  ])
  func thatBreakARuleSayWhich(text: String, fault: AddressFault) throws {
    #expect(throws: fault) { try SourceAddress(text) }
    #expect(!fault.sentence.isEmpty)
  }

  @Test(arguments: [
    ("/x", "https://a.example/x"), ("x", "https://a.example/b/x"), ("./x", "https://a.example/b/x"),
    ("../x", "https://a.example/x"),
    ("../../../x", "https://a.example/x"), ("?y", "https://a.example/b/c?y"),
    ("//h.example/x", "https://h.example/x"),
    ("http://h.example/x#y", "http://h.example/x"), ("", "https://a.example/b/c?d"),
    ("#z", "https://a.example/b/c?d"),
    (".", "https://a.example/b/"), ("..", "https://a.example/"), ("x:y/z", "x:y/z"),
    ("x?u=../v", "https://a.example/b/x?u=../v"),
  ])
  func resolveReferencesAsTheirStandardSays(location: String, resolved: String) throws {
    #expect(try SourceAddress("https://a.example/b/c?d").resolving(location) == resolved)
  }

  @Test(arguments: [
    ("https://me:hush@a.example/x?token=hush", "https://…@a.example/x?…"),
    ("https://a.example/x#hush", "https://a.example/x?…"),
    ("//u@h@a.example/", "//…@a.example/"),
    ("https:/me:hush@h.example/x", "https:/…@h.example/x"),
    ("https:me:hush@h.example/x", "https:…@h.example/x"),
    ("https://me:hu/sh@h.example/x", "https://…@h.example/x"), ("me:hush@h.example/x", "…@h.example/x"),
    ("https://me:hu?sh@h.example/x", "https://…"), ("https://me:hu#sh@h.example/x", "https://…"),
    ("ftp://me:hush@h.example/x?hush", "…@h.example/x?…"),
    ("https://a.example/@scope/x", "https://a.example/@scope/x"),
  ])
  func areShownWithoutSecrets(text: String, shown: String) {
    #expect(SourceAddress.redacted(text) == shown)
    if let address = try? SourceAddress(text) { #expect(address.redacted == shown) }
  }
}
