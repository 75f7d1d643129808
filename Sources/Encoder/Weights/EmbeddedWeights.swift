private import EncoderWeights

/// The weights file that is compiled into the program.
enum EmbeddedWeights {
  /// The whole file; it lies in constant memory and outlives everything.
  static var bytes: UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(start: encoder_weights_bytes(), count: encoder_weights_count())
  }
}
