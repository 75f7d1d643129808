#include "EncoderWeights.h"

_Alignas(64) static const unsigned char weights[] = {
#embed "encoder.weights"
};

const unsigned char *encoder_weights_bytes(void) { return weights; }

size_t encoder_weights_count(void) { return sizeof weights; }
