#include "CAttributionWeights.h"

static const unsigned char weights[] = {
#embed "attributions.bin"
};

const unsigned char *assay_attribution_weights(void) { return weights; }
size_t assay_attribution_weights_size(void) { return sizeof weights; }
