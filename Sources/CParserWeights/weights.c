#include "CParserWeights.h"

static const unsigned char weights[] = {
#embed "parser.bin"
};

const unsigned char *assay_parser_weights(void) { return weights; }
size_t assay_parser_weights_size(void) { return sizeof weights; }
