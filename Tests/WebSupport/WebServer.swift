import Foundation
import Glibc
import Synchronization

/// A real server of the web on the loopback interface, as honest or dishonest as its answers.
///
/// Each connection has a thread of its own and carries one request.
package final class WebServer: Sendable {
  package typealias Answer = @Sendable (WebRequest, WebConnection) -> Void

  package let port: UInt16
  private let listener: CInt
  private let state: Mutex<State>

  private struct State {
    var requests: [WebRequest] = []
    var connections: [CInt] = []
    var isStopped = false
  }

  /// Starts to listen on a port that was free.
  package init(_ answer: @escaping Answer) throws {
    listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
    guard listener >= 0 else { throw WebServerError(call: "socket", code: errno) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let listener = listener
    let code = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
        guard bind(listener, pointer, length) == 0, listen(listener, 16) == 0,
          getsockname(listener, pointer, &length) == 0
        else { return errno }
        return 0
      }
    }
    guard code == 0 else {
      close(listener)
      throw WebServerError(call: "bind", code: code)
    }
    port = UInt16(bigEndian: address.sin_port)
    state = Mutex(State())
    // The threads hold the server until `stop`.
    Thread.detachNewThread { self.accept(answer) }
  }

  /// An address of this server.
  package func address(_ path: String = "/", host: String = "127.0.0.1") -> String {
    "http://\(host):\(port)\(path)"
  }

  /// What was asked for so far.
  package var requests: [WebRequest] { state.withLock { $0.requests } }

  /// Answers nobody any more; connections that are open break off.
  package func stop() {
    state.withLock { state in
      guard !state.isStopped else { return }
      state.isStopped = true
      shutdown(listener, Int32(SHUT_RDWR))
      for connection in state.connections { shutdown(connection, Int32(SHUT_RDWR)) }
    }
  }

  private func accept(_ answer: @escaping Answer) {
    while true {
      let descriptor = Glibc.accept(listener, nil, nil)
      if descriptor < 0 {
        if errno == EINTR || errno == ECONNABORTED { continue }
        break
      }
      _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
      let isStopped = state.withLock { state in
        state.connections.append(descriptor)
        return state.isStopped
      }
      if isStopped { shutdown(descriptor, Int32(SHUT_RDWR)) }
      Thread.detachNewThread { self.serve(WebConnection(descriptor), answer) }
    }
    close(listener)
  }

  private func serve(_ connection: WebConnection, _ answer: Answer) {
    if let request = connection.readRequest() {
      state.withLock { $0.requests.append(request) }
      answer(request, connection)
    }
    state.withLock { state in
      state.connections.removeAll { $0 == connection.descriptor }
      // Ends it even where a child process that was started just now has inherited it.
      shutdown(connection.descriptor, Int32(SHUT_RDWR))
      close(connection.descriptor)
    }
  }
}

package struct WebServerError: Error {
  let call: String
  let code: CInt
}

/// A request as it came.
package struct WebRequest: Sendable {
  package let method: String
  package let path: String
  /// By their names in lower case.
  package let headers: [String: String]

  init?(_ head: String) {
    let lines = head.split(separator: "\r\n")
    let words = lines.first?.split(separator: " ") ?? []
    guard words.count == 3 else { return nil }
    method = String(words[0])
    path = String(words[1])
    var headers: [String: String] = [:]
    for line in lines.dropFirst() {
      let halves = line.split(separator: ":", maxSplits: 1)
      if halves.count == 2 {
        headers[halves[0].lowercased()] = halves[1].trimmingCharacters(in: .whitespaces)
      }
    }
    self.headers = headers
  }
}

/// The server's end of a connection.
package struct WebConnection: Sendable {
  let descriptor: CInt

  init(_ descriptor: CInt) { self.descriptor = descriptor }

  /// Sends bytes as they are.
  /// - Returns: False when the client has left.
  @discardableResult
  package func send(_ bytes: [UInt8]) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes {
        Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { return false }
      rest = rest.dropFirst(count)
    }
    return true
  }

  @discardableResult
  package func send(_ text: String) -> Bool { send(Array(text.utf8)) }

  /// Sends a whole answer.
  ///
  /// - Parameters:
  ///   - length: What the header says of the length; the truth where nothing is said.
  package func answer(
    _ body: [UInt8], status: String = "200 OK", type: String? = "text/html; charset=utf-8",
    headers: [String] = [], length: Int? = nil
  ) {
    var head = ["HTTP/1.1 \(status)", "Content-Length: \(length ?? body.count)"]
    head.append("Connection: close")
    if let type { head.append("Content-Type: \(type)") }
    head += headers
    send((head + ["", ""]).joined(separator: "\r\n"))
    send(body)
  }

  package func redirect(_ location: String, status: String = "302 Found") {
    answer(Array("<a>moved</a>".utf8), status: status, headers: ["Location: \(location)"])
  }

  /// Sends the same again and again until the client leaves.
  package func sendEndlessly(_ chunk: String) {
    let bytes = Array(chunk.utf8)
    while send(bytes) {}
  }

  /// Sends nothing until the client leaves.
  package func waitUntilClosed() {
    var bytes = [UInt8](repeating: 0, count: 1024)
    while true {
      let count = recv(descriptor, &bytes, bytes.count, 0)
      if count == 0 || count < 0 && errno != EINTR { return }
    }
  }

  func readRequest() -> WebRequest? {
    var head: [UInt8] = []
    var byte: UInt8 = 0
    while head.count < 65_536 {
      let count = recv(descriptor, &byte, 1, 0)
      if count < 0 && errno == EINTR { continue }
      // What does not begin with a verb is no request; the greeting of TLS is none.
      guard count == 1, !head.isEmpty || UInt8(ascii: "A")...UInt8(ascii: "Z") ~= byte else {
        return nil
      }
      head.append(byte)
      if head.suffix(4).elementsEqual(Array("\r\n\r\n".utf8)) {
        return WebRequest(String(decoding: head, as: UTF8.self))
      }
    }
    return nil
  }
}
