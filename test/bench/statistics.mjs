// What is said of numbers that were measured more than once.

/** The value below which a share of the numbers is; between two of them it is in proportion. */
export function quantile(numbers, share) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const at = (sorted.length - 1) * share;
  const below = sorted[Math.floor(at)];
  return below + (sorted[Math.ceil(at)] - below) * (at - Math.floor(at));
}

export function median(numbers) {
  return quantile(numbers, 0.5);
}

/** How far the middle half of the numbers is apart, as a share of the median. */
export function spread(numbers) {
  return (quantile(numbers, 0.75) - quantile(numbers, 0.25)) / median(numbers);
}

/** The straight line through points that is nearest to them by least squares: `y = base + slope * x`. */
export function line(points) {
  const mean = (values) => values.reduce((sum, it) => sum + it, 0) / values.length;
  const [x, y] = [mean(points.map((it) => it[0])), mean(points.map((it) => it[1]))];
  const slope =
    points.reduce((sum, it) => sum + (it[0] - x) * (it[1] - y), 0) /
    points.reduce((sum, it) => sum + (it[0] - x) ** 2, 0);
  return { slope, base: y - slope * x };
}

/** The exponent of a power law through points: 1 is linear, 2 is quadratic. */
export function exponent(points) {
  return line(points.map(([x, y]) => [Math.log(x), Math.log(y)])).slope;
}
