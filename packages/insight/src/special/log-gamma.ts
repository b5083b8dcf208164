/**
 * The logarithm of the gamma function and what is made of it: of the beta function and of binomial coefficients.
 * Does not integrate: see incomplete-gamma and incomplete-beta.
 */

/** Below this the argument is raised first: Stirling's series is exact to a double from here on. */
const STIRLING_FROM = 10;
const HALF_LOG_TWO_PI = 0.9189385332046727;
/** B(2k) / (2k (2k - 1)), the terms of the series. */
const STIRLING = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360360, 1 / 156];

/** ln gamma(x) - ((x - 1/2) ln x - x + ln(2 pi) / 2): small, so that differences of large ones stay exact. */
function stirlingRest(x: number): number {
  const inverse = 1 / x;
  const square = inverse * inverse;
  return STIRLING.reduceRight((sum, term) => sum * square + term, 0) * inverse;
}

/**
 * ln gamma(x), for x above 0, with an error below 1e-14 x max(1, |ln gamma(x)|). Of 0 and less: NaN.
 * @see Abramowitz & Stegun, Handbook of Mathematical Functions, 6.1.40 (Stirling) and 6.1.15 (recurrence)
 */
export function lnGamma(x: number): number {
  if (!(x > 0)) return Number.NaN;
  let product = 1;
  let raised = x;
  while (raised < STIRLING_FROM) {
    product *= raised;
    raised += 1;
  }
  return (
    (raised - 0.5) * Math.log(raised) - raised + HALF_LOG_TWO_PI + stirlingRest(raised) - Math.log(product)
  );
}

/**
 * ln B(a, b), for both above 0. Where both are large it is not taken as a difference of large numbers, which would lose
 * the digits that matter: its error stays below 1e-13 x max(1, |ln B|).
 */
export function lnBeta(a: number, b: number): number {
  const small = Math.min(a, b);
  const large = Math.max(a, b);
  if (large < STIRLING_FROM) return lnGamma(a) + lnGamma(b) - lnGamma(a + b);
  const ratio = small / large;
  // ln gamma(large) - ln gamma(small + large), by Stirling's series.
  const fall =
    stirlingRest(large) -
    stirlingRest(small + large) -
    (large - 0.5) * Math.log1p(ratio) -
    small * Math.log(small + large) +
    small;
  return lnGamma(small) + fall;
}

/** ln of the number of ways to choose `k` of `n`, for 0 <= k <= n. */
export const lnChoose = (n: number, k: number): number => -Math.log1p(n) - lnBeta(k + 1, n - k + 1);
