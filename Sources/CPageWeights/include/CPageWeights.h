#ifndef ASSAY_PAGE_WEIGHTS_H
#define ASSAY_PAGE_WEIGHTS_H

#include <stddef.h>

/// The trees of the scorer of a page's blocks, made by Training/pages.
const unsigned char *assay_page_weights(void);
size_t assay_page_weights_size(void);

#endif
