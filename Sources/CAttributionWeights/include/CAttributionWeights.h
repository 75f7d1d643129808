#ifndef ASSAY_ATTRIBUTION_WEIGHTS_H
#define ASSAY_ATTRIBUTION_WEIGHTS_H

#include <stddef.h>

/// The weights of the attribution tagger, made by Training/attributions.
const unsigned char *assay_attribution_weights(void);
size_t assay_attribution_weights_size(void);

#endif
