#include "EncoderKernels.h"

#include <string.h>

#pragma STDC FP_CONTRACT ON

#if defined(__x86_64__)
#define FOR_EACH_PROCESSOR \
  __attribute__((target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")))
#else
#define FOR_EACH_PROCESSOR
#endif

enum { head_width = 32, lanes = 16, tile_rows = 8 };

#define EACH_ROW _Pragma("clang loop unroll(full)") for (size_t r = 0; r < tile_rows; r++)

typedef float vector __attribute__((vector_size(4 * lanes), aligned(4), may_alias));

/// e^x to about 2 units in the last place, for x of -87 to 88; what lies outside is moved to the end of the range.
///
/// x = n ln 2 + r with a whole n: e^r by its Taylor polynomial on |r| <= ln 2 / 2, times 2^n put into the exponent.
static inline __attribute__((always_inline)) float power(float x) {
  x = x < -87 ? -87 : x;
  x = x > 88 ? 88 : x;
  // Adding 1.5 * 2^23 leaves the whole part in the low bits.
  float shifted = x * 1.44269504f + 12582912.0f;
  float n = shifted - 12582912.0f;
  float r = (x - n * 0.693359375f) + n * 2.1219444e-4f;
  float y = 1.3888889e-3f;
  y = y * r + 8.3333333e-3f;
  y = y * r + 4.1666667e-2f;
  y = y * r + 0.16666667f;
  y = y * r + 0.5f;
  y = y * r + 1;
  y = y * r + 1;
  int32_t bits;
  memcpy(&bits, &shifted, 4);
  bits = (int32_t)((uint32_t)(bits - 0x4B400000 + 127) << 23);
  float scale;
  memcpy(&scale, &bits, 4);
  return y * scale;
}

FOR_EACH_PROCESSOR
void kernel_gelu(float *x, size_t count) {
  for (size_t i = 0; i < count; i++) {
    float u = x[i] * (1.5957691f + 0.071354816f * x[i] * x[i]);
    x[i] = x[i] / (1 + power(-u));
  }
}

static size_t padded(size_t rows) { return (rows + 2 * lanes - 1) / (2 * lanes) * (2 * lanes); }

size_t kernel_attention_scratch(size_t rows) {
  // The keys of a head turned, its values, and the scores of a tile of rows.
  return padded(rows) * (2 * head_width + tile_rows);
}

FOR_EACH_PROCESSOR
void kernel_attend(
    const float *packed, size_t rows, const size_t *places, size_t queries, size_t width,
    size_t heads, float scale, float *out, float *scratch) {
  size_t columns = padded(rows);
  float *keys = scratch;
  float *values = keys + head_width * columns;
  float *scores = values + head_width * columns;
  memset(scratch, 0, sizeof(float) * 2 * head_width * columns);
  for (size_t head = 0; head < heads; head++) {
    for (size_t row = 0; row < rows; row++) {
      const float *from = packed + 3 * width * row + head_width * head;
      for (size_t i = 0; i < head_width; i++) keys[columns * i + row] = from[width + i] * scale;
      memcpy(values + head_width * row, from + 2 * width, sizeof(float) * head_width);
    }
    for (size_t first = 0; first < queries; first += tile_rows) {
      // Rows past the last are worked out like the last, and left out when written.
      const float *query[tile_rows];
      for (size_t r = 0; r < tile_rows; r++) {
        size_t row = first + r < queries ? first + r : queries - 1;
        query[r] = packed + 3 * width * places[row] + head_width * head;
      }
      for (size_t column = 0; column < columns; column += 2 * lanes) {
        vector sums[tile_rows][2] = {0};
        for (size_t i = 0; i < head_width; i++) {
          vector a = *(const vector *)(keys + columns * i + column);
          vector b = *(const vector *)(keys + columns * i + column + lanes);
          EACH_ROW {
            sums[r][0] += a * query[r][i];
            sums[r][1] += b * query[r][i];
          }
        }
        EACH_ROW {
          *(vector *)(scores + columns * r + column) = sums[r][0];
          *(vector *)(scores + columns * r + column + lanes) = sums[r][1];
        }
      }
      float shares[tile_rows];
      for (size_t r = 0; r < tile_rows; r++) {
        float *score = scores + columns * r;
        for (size_t column = rows; column < columns; column++) score[column] = -1e30f;
        vector most = *(const vector *)score;
        for (size_t column = lanes; column < columns; column += lanes) {
          most = __builtin_elementwise_max(most, *(const vector *)(score + column));
        }
        float top = most[0];
        for (size_t lane = 1; lane < lanes; lane++) top = most[lane] > top ? most[lane] : top;
        for (size_t column = 0; column < columns; column++) score[column] = power(score[column] - top);
        for (size_t column = rows; column < columns; column++) score[column] = 0;
        vector sums = {0};
        for (size_t column = 0; column < columns; column += lanes) sums += *(const vector *)(score + column);
        float sum = 0;
        for (size_t lane = 0; lane < lanes; lane++) sum += sums[lane];
        shares[r] = 1 / sum;
      }
      vector found[tile_rows][2] = {0};
      for (size_t row = 0; row < rows; row++) {
        vector a = *(const vector *)(values + head_width * row);
        vector b = *(const vector *)(values + head_width * row + lanes);
        EACH_ROW {
          found[r][0] += a * scores[columns * r + row];
          found[r][1] += b * scores[columns * r + row];
        }
      }
      for (size_t r = 0; r < tile_rows && first + r < queries; r++) {
        float *to = out + width * (first + r) + head_width * head;
        *(vector *)to = found[r][0] * shares[r];
        *(vector *)(to + lanes) = found[r][1] * shares[r];
      }
    }
  }
}
