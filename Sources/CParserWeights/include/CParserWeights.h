#ifndef ASSAY_PARSER_WEIGHTS_H
#define ASSAY_PARSER_WEIGHTS_H

#include <stddef.h>

/// The weights of the dependency parser, made by Training/parser.
const unsigned char *assay_parser_weights(void);
size_t assay_parser_weights_size(void);

#endif
