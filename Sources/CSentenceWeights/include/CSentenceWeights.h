#ifndef ASSAY_SENTENCE_WEIGHTS_H
#define ASSAY_SENTENCE_WEIGHTS_H

#include <stddef.h>

/// The weights of the sentence splitter, made by Training/sentences.
const unsigned char *assay_sentence_weights(void);
size_t assay_sentence_weights_size(void);

#endif
