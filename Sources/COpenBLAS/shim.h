#ifndef ASSAY_COPENBLAS_H
#define ASSAY_COPENBLAS_H

#include <cblas.h>

#endif
