#!/usr/bin/env python3
"""An HTTP server on the loopback address that answers as a script says, faults included, with every byte under control.

    fault-server.py SCRIPT.json [--tls CERT KEY] [--tls-version TLSv1] [--port N] [--while-input]

It prints its port on the first line of standard output, appends each request as one JSON line (method, path, headers)
to SCRIPT.json.log, and runs until it is ended, or with --while-input until its standard input ends. Only the standard library is used.

The script maps request targets to lists of answers. Each request takes the next answer; the last one repeats. A target
that is not in the script gives 404. The fields of an answer, all optional:

    status         number (200); reason: its words
    headers        list of [name, value]; may repeat names; sent as they are (UTF-8)
    body           text; or bodyFile: a file, from the folder of the script; or bodyBase64
    bodyRepeat     how often the body is sent, one after the other (1)
    contentLength  what Content-Length says: a number, or null for no such header (the length of the body)
    connection     what Connection says ("close"), or null for no such header
    conditional    true: 304 without a body where If-None-Match is the ETag, or If-Modified-Since the Last-Modified, of
                   the headers
    chunked        true: Transfer-Encoding: chunked, in chunks of 4096 bytes; an endless body is, where not told otherwise
    delay          seconds before the answer; bodyDelay: seconds between header and body
    drip           seconds before each single byte of the body
    endless        true: the body is repeated until the client goes
    truncate       number of bytes of the body after which the connection is closed (a chunked body gets no end)
    reset          number of bytes of the body after which the connection is reset (with no header sent for -1)
    abrupt         true: TLS ends without close_notify
    raw            base64 bytes that are sent instead of all of this, as they are
    tunnel         "host:port": for the target "CONNECT host:port" of a proxy; 200, then bytes both ways
    when           {"Header": "value"}: the answer is skipped (not used up) where the request does not have that header
"""
import argparse
import base64
import json
import os
import socket
import ssl
import struct
import sys
import threading
import time
import warnings


class Script:
    """Which answer comes next, and the log of what was asked."""

    def __init__(self, path):
        with open(path, encoding="utf-8") as file:
            self.answers = json.load(file)
        self.folder = os.path.dirname(os.path.abspath(path))
        self.log = open(path + ".log", "a", encoding="utf-8")
        self.lock = threading.Lock()

    def take(self, method, target, headers):
        """The answer for a request, in the order of the script."""
        with self.lock:
            line = {"method": method, "path": target, "headers": headers}
            self.log.write(json.dumps(line) + "\n")
            self.log.flush()
            key = target if method == "GET" else f"{method} {target}"
            answers = self.answers.get(key)
            if answers is None:
                return {"status": 404, "body": "not in the script\n"}
            fitting = [n for n, answer in enumerate(answers) if fits(answer, headers)]
            if not fitting:
                return {"status": 404, "body": "no answer fits\n"}
            answer = answers[fitting[0]]
            if len(fitting) > 1:
                del answers[fitting[0]]
            return answer

    def body(self, answer):
        if "bodyFile" in answer:
            with open(os.path.join(self.folder, answer["bodyFile"]), "rb") as file:
                data = file.read()
        elif "bodyBase64" in answer:
            data = base64.b64decode(answer["bodyBase64"])
        else:
            data = answer.get("body", "").encode("utf-8")
        return data * answer.get("bodyRepeat", 1)


def fits(answer, headers):
    have = {name.lower(): value for name, value in headers}
    return all(have.get(name.lower()) == value for name, value in answer.get("when", {}).items())


def read_request(connection):
    """Method, target and headers of one request; None where the client went."""
    data = b""
    while b"\r\n\r\n" not in data:
        piece = connection.recv(65536)
        if not piece or len(data) > 1 << 20:
            return None
        data += piece
        if data[0] == 0x16:
            return None  # TLS, which is not spoken here.
    lines = data.split(b"\r\n\r\n", 1)[0].decode("latin-1").split("\r\n")
    method, target = (lines[0].split(" ") + ["", ""])[:2]
    headers = [[part.strip() for part in line.split(":", 1)] for line in lines[1:] if ":" in line]
    return method, target, headers


def is_unchanged(answer, headers):
    have = {name.lower(): value for name, value in headers}
    own = {name.lower(): value for name, value in answer.get("headers", [])}
    if "if-none-match" in have:
        return have["if-none-match"] == own.get("etag")
    return "if-modified-since" in have and have["if-modified-since"] == own.get("last-modified")


def reset(connection):
    """Ends the connection with RST instead of FIN."""
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    raw = connection.detach()
    socket.close(raw)


def tunnel(connection, target):
    """Copies bytes both ways until one side ends."""
    host, port = target.rsplit(":", 1)
    other = socket.create_connection((host, int(port)))
    connection.sendall(b"HTTP/1.1 200 Connection established\r\n\r\n")

    def copy(source, sink):
        try:
            while True:
                piece = source.recv(65536)
                if not piece:
                    break
                sink.sendall(piece)
        except OSError:
            pass
        for end in (source, sink):
            try:
                end.shutdown(socket.SHUT_RDWR)
            except OSError:
                pass

    back = threading.Thread(target=copy, args=(other, connection), daemon=True)
    back.start()
    copy(connection, other)
    back.join()


def head(answer, length):
    lines = [f"HTTP/1.1 {answer.get('status', 200)} {answer.get('reason', 'Scripted')}"]
    lines += [f"{name}: {value}" for name, value in answer.get("headers", [])]
    if answer.get("chunked"):
        lines.append("Transfer-Encoding: chunked")
    if "contentLength" in answer:
        if answer["contentLength"] is not None:
            lines.append(f"Content-Length: {answer['contentLength']}")
    elif not answer.get("chunked") and answer.get("status", 200) not in (204, 304):
        lines.append(f"Content-Length: {length}")
    if answer.get("connection", "close") is not None:
        lines.append(f"Connection: {answer.get('connection', 'close')}")
    return ("\r\n".join(lines) + "\r\n\r\n").encode("utf-8")


def pieces(answer, body):
    """The body in the pieces in which it is sent."""
    size = 1 if "drip" in answer else 4096 if answer.get("chunked") else 65536
    while True:
        for start in range(0, len(body), size):
            yield body[start:start + size]
        if not answer.get("endless") or not body:
            return


def send_body(connection, answer, body):
    """False where the connection was ended on the way."""
    limit = answer.get("truncate", answer.get("reset"))
    sent = 0
    for piece in pieces(answer, body):
        if limit is not None and sent + len(piece) > limit:
            piece = piece[:limit - sent]
        if "drip" in answer:
            time.sleep(answer["drip"])
        if piece:
            frame = f"{len(piece):x}\r\n".encode() + piece + b"\r\n" if answer.get("chunked") else piece
            connection.sendall(frame)
            sent += len(piece)
        if limit is not None and sent >= limit:
            return False
    if answer.get("chunked"):
        connection.sendall(b"0\r\n\r\n")
    return True


def answer_request(connection, script):
    request = read_request(connection)
    if request is None:
        return
    answer = script.take(*request)
    time.sleep(answer.get("delay", 0))
    if "tunnel" in answer:
        return tunnel(connection, answer["tunnel"])
    if "raw" in answer:
        return connection.sendall(base64.b64decode(answer["raw"]))
    if answer.get("reset") == -1:
        return reset(connection)
    if answer.get("conditional") and is_unchanged(answer, request[2]):
        answer = {"status": 304, "headers": answer.get("headers", [])}
    if answer.get("endless") and "contentLength" not in answer:
        answer = {"chunked": True, **answer}
    body = script.body(answer)
    connection.sendall(head(answer, len(body)))
    time.sleep(answer.get("bodyDelay", 0))
    if not send_body(connection, answer, body) and "reset" in answer:
        return reset(connection)
    if isinstance(connection, ssl.SSLSocket) and not answer.get("abrupt"):
        connection.unwrap()


def serve(connection, context, script):
    try:
        connection.settimeout(60)
        if context is not None:
            connection = context.wrap_socket(connection, server_side=True)
        answer_request(connection, script)
    except (OSError, ValueError):
        pass  # The client went, or did not like the certificate: what a test asks is what the client says.
    finally:
        try:
            # Without this a close with unread bytes would be a reset.
            connection.shutdown(socket.SHUT_WR)
            connection.settimeout(1)
            while connection.recv(65536):
                pass
        except OSError:
            pass
        connection.close()


def tls_context(certificate, key, version):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    if version:
        warnings.simplefilter("ignore", DeprecationWarning)
        only = getattr(ssl.TLSVersion, version)
        context.minimum_version = only
        context.maximum_version = only
        context.set_ciphers("ALL:@SECLEVEL=0")
    context.load_cert_chain(certificate, key)
    return context


def end_with_input():
    """Ends the server when whoever started it is gone."""
    while sys.stdin.buffer.read(1):
        pass
    os._exit(0)


def main():
    options = argparse.ArgumentParser()
    options.add_argument("script")
    options.add_argument("--tls", nargs=2, metavar=("CERT", "KEY"))
    options.add_argument("--tls-version", choices=["TLSv1", "TLSv1_1", "TLSv1_2", "TLSv1_3"])
    options.add_argument("--port", type=int, default=0)
    options.add_argument("--while-input", action="store_true")
    chosen = options.parse_args()
    if chosen.while_input:
        threading.Thread(target=end_with_input, daemon=True).start()
    script = Script(chosen.script)
    context = tls_context(*chosen.tls, chosen.tls_version) if chosen.tls else None
    listener = socket.socket()
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listener.bind(("127.0.0.1", chosen.port))
    listener.listen(128)
    print(listener.getsockname()[1], flush=True)
    while True:
        connection, _ = listener.accept()
        threading.Thread(target=serve, args=(connection, context, script), daemon=True).start()


if __name__ == "__main__":
    try:
        main()
    except KeyboardInterrupt:
        sys.exit(130)
