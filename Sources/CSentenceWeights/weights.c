#include "CSentenceWeights.h"

static const unsigned char weights[] = {
#embed "sentences.bin"
};

const unsigned char *assay_sentence_weights(void) { return weights; }
size_t assay_sentence_weights_size(void) { return sizeof weights; }
