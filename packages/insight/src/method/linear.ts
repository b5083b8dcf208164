/** Linear equations with a symmetric positive definite matrix, as ridge regression has them. */

/**
 * The inverse, by Cholesky's factor. @param matrix Square, by rows; only its lower half is read.
 * @returns `null` where it is not positive definite.
 * @see Golub & Van Loan, Matrix Computations, 4.2
 */
export function inverseOf(matrix: readonly (readonly number[])[]): number[][] | null {
  const size = matrix.length;
  const at = (rows: readonly (readonly number[])[], i: number, j: number): number => rows[i]?.[j] ?? 0;
  const factor: number[][] = matrix.map(() => []);
  for (let i = 0; i < size; i += 1) {
    const row = factor[i] ?? [];
    for (let j = 0; j <= i; j += 1) {
      let rest = at(matrix, i, j);
      for (let k = 0; k < j; k += 1) rest -= at(factor, i, k) * at(factor, j, k);
      if (i === j && !(rest > 0)) return null;
      row[j] = i === j ? Math.sqrt(rest) : rest / at(factor, j, j);
    }
  }
  const columns = matrix.map((_, column) => {
    const x: number[] = [];
    for (let i = 0; i < size; i += 1) {
      let rest = i === column ? 1 : 0;
      for (let k = 0; k < i; k += 1) rest -= at(factor, i, k) * (x[k] ?? 0);
      x[i] = rest / at(factor, i, i);
    }
    for (let i = size - 1; i >= 0; i -= 1) {
      let rest = x[i] ?? 0;
      for (let k = i + 1; k < size; k += 1) rest -= at(factor, k, i) * (x[k] ?? 0);
      x[i] = rest / at(factor, i, i);
    }
    return x;
  });
  return columns; // symmetric: a column is a row
}

export const times = (matrix: readonly (readonly number[])[], vector: readonly number[]): number[] =>
  matrix.map((row) => row.reduce((sum, value, i) => sum + value * (vector[i] ?? 0), 0));
