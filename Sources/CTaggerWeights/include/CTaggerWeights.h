#ifndef ASSAY_TAGGER_WEIGHTS_H
#define ASSAY_TAGGER_WEIGHTS_H

#include <stddef.h>

/// The weights of the part-of-speech tagger, made by Training/tagger.
const unsigned char *assay_tagger_weights(void);
size_t assay_tagger_weights_size(void);

#endif
