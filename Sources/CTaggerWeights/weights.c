#include "CTaggerWeights.h"

static const unsigned char weights[] = {
#embed "tagger.bin"
};

const unsigned char *assay_tagger_weights(void) { return weights; }
size_t assay_tagger_weights_size(void) { return sizeof weights; }
