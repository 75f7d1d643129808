/// The sizes that Training/model.py and this target agree on.
enum EncoderShape {
  static let width = 384
  static let layers = 6
  static let attentionHeads = 12
  static let inner = 1536
  /// Layers after which the early head reads attributions.
  static let exitAfter = 3
  /// Dimensions in which words and heads are compared, for arcs and for relations.
  static let arc = 128
  static let relation = 64
  /// Pieces of a window, [CLS] and [SEP] included.
  static let window = 256
  /// Pieces of what precedes that a window repeats.
  static let context = 40
  static let surfaces = 10
}
