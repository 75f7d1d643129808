#include "CPageWeights.h"

static const unsigned char weights[] = {
#embed "pages.bin"
};

const unsigned char *assay_page_weights(void) { return weights; }
size_t assay_page_weights_size(void) { return sizeof weights; }
