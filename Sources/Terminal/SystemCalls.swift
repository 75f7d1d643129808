import Glibc

/// The system's own words for an error number, in lower case as inside a sentence.
func systemReason(_ code: CInt) -> String {
  var buffer = [CChar](repeating: 0, count: 256)
  guard strerror_r(code, &buffer, buffer.count) == 0 else { return "error \(code)" }
  let reason = String(
    decoding: buffer.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  return reason.prefix(1).lowercased() + reason.dropFirst()
}

/// Reads what is there, at most a buffer full; an interrupted call is made again.
///
/// - Returns: The number of bytes, 0 at the end of the input.
func readBytes(from descriptor: CInt, into buffer: UnsafeMutableRawBufferPointer)
  throws(SystemError)
  -> Int
{
  while true {
    let count = read(descriptor, buffer.baseAddress, buffer.count)
    if count >= 0 { return count }
    if errno != EINTR { throw SystemError(code: errno) }
  }
}

/// Writes all bytes; short and interrupted calls go on where they stopped, and a descriptor that
/// would block is waited for.
func writeBytes(_ bytes: some Collection<UInt8>, to descriptor: CInt) throws(SystemError) {
  var code: CInt = 0
  let isWritten: Void? = bytes.withContiguousStorageIfAvailable { buffer in
    var rest = UnsafeRawBufferPointer(buffer)
    while !rest.isEmpty {
      let count = write(descriptor, rest.baseAddress, rest.count)
      if count >= 0 {
        rest = UnsafeRawBufferPointer(rebasing: rest[count...])
      } else if errno == EAGAIN {
        _ = waitFor(descriptor, events: POLLOUT, milliseconds: -1)
      } else if errno != EINTR {
        code = errno
        return
      }
    }
  }
  if isWritten == nil { return try writeBytes(Array(bytes), to: descriptor) }
  if code != 0 { throw SystemError(code: code) }
}

/// Makes a pipe that child processes do not inherit.
func makePipe() throws(SystemError) -> (read: CInt, write: CInt) {
  var ends: [CInt] = [-1, -1]
  if pipe(&ends) != 0 { throw SystemError(code: errno) }
  for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
  return (ends[0], ends[1])
}

/// Waits for one descriptor; a signal ends the wait.
///
/// - Returns: Whether it is ready, hung up, or broken, so that a call on it will not block.
func waitFor(_ descriptor: CInt, events: CInt, milliseconds: CInt) -> Bool {
  var request = pollfd(fd: descriptor, events: Int16(events), revents: 0)
  return poll(&request, 1, milliseconds) > 0
}

/// The error number of a failed system call.
struct SystemError: Error {
  let code: CInt
}
