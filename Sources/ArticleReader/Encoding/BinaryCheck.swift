/// Tells text from everything else by its first bytes and its control characters.
enum BinaryCheck {
  /// What a binary input looks like, with its article; nil for text.
  static func kind(of bytes: [UInt8]) -> String? {
    if let kind = signature(of: bytes) { return kind }
    let isUTF16 = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
    if isUTF16 { return nil }
    if bytes.contains(0) { return "binary data" }
    let sample = bytes.prefix(1 << 16)
    let controls = sample.count { $0 < 0x20 && !(0x08...0x0D).contains($0) && $0 != 0x1B }
    return controls * 50 > sample.count ? "binary data" : nil
  }

  /// What an input says that it is by its first bytes, with its article.
  static func signature(of bytes: [UInt8]) -> String? {
    magics.first { bytes.starts(with: $0.0) }?.1
  }

  private static let magics: [([UInt8], String)] = [
    (Array("%PDF-".utf8), "a PDF document"),
    ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A], "a PNG image"),
    ([0xFF, 0xD8, 0xFF], "a JPEG image"),
    (Array("GIF8".utf8), "a GIF image"),
    (Array("RIFF".utf8), "sound, video or a WebP image"),
    (Array("ID3".utf8) + [2], "an MP3 recording"),
    (Array("ID3".utf8) + [3], "an MP3 recording"),
    (Array("ID3".utf8) + [4], "an MP3 recording"),
    ([0x50, 0x4B, 0x03, 0x04], "a ZIP archive or an office document"),
    ([0xD0, 0xCF, 0x11, 0xE0], "an office document"),
    (Array("{\\rtf".utf8), "a rich text document"),
    ([0x1F, 0x8B], "compressed data (gzip)"),
    ([0xFD, 0x37, 0x7A, 0x58, 0x5A], "compressed data (xz)"),
    (Array("BZh".utf8) + [0x39, 0x31, 0x41, 0x59], "compressed data (bzip2)"),
    ([0x28, 0xB5, 0x2F, 0xFD], "compressed data (zstd)"),
    ([0x37, 0x7A, 0xBC, 0xAF], "a 7z archive"),
    ([0x7F, 0x45, 0x4C, 0x46], "a program"),
    (Array("SQLite format 3".utf8), "an SQLite database"),
    ([0xFF, 0xFE, 0x00, 0x00], "UTF-32 text"),
    ([0x00, 0x00, 0xFE, 0xFF], "UTF-32 text"),
  ]
}
