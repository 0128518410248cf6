/**
 * Sine, cosine and the angle between two directions from +, −, × and ÷ alone, which every engine rounds alike: engines differ in the last bits
 * of their own. Errors are below 4e-16, of the angle in radians.
 */

/** A point of the unit sphere. */
export interface Direction {
  readonly x: number;
  readonly y: number;
  readonly z: number;
}

/** A quarter turn in degrees, and in radians to the nearest double. */
const QUARTER = 90;
const QUARTER_TURN = 1.5707963267948966;
const RADIANS_PER_DEGREE = 0.017453292519943295;
const EIGHTH_TURN = 0.7853981633974483;

/** The direction of a place; exact at the poles, and on the meridians at quarter turns. */
export function directionOf(latitude: number, longitude: number): Direction {
  const [sinLatitude, cosLatitude] = sineAndCosine(latitude);
  const [sinLongitude, cosLongitude] = sineAndCosine(longitude);
  return { x: cosLatitude * cosLongitude, y: cosLatitude * sinLongitude, z: sinLatitude };
}

/** Sine and cosine of degrees within a turn. The rest after whole quarters is exact, so that no error grows with the angle. */
function sineAndCosine(degrees: number): readonly [number, number] {
  const quarters = Math.round(degrees / QUARTER);
  const rest = (degrees - quarters * QUARTER) * RADIANS_PER_DEGREE;
  const [sine, cosine] = [sineNear(rest), cosineNear(rest)];
  switch (((quarters % 4) + 4) % 4) {
    case 0:
      return [sine, cosine];
    case 1:
      return [cosine, -sine];
    case 2:
      return [-sine, -cosine];
    default:
      return [-cosine, sine];
  }
}

/** Taylor's series to x^17, for |x| up to an eighth turn. */
function sineNear(x: number): number {
  return x * seriesOf(x * x, 17);
}

/** Taylor's series to x^18. */
function cosineNear(x: number): number {
  return seriesOf(x * x, 18);
}

/** 1 − q ÷ ((n−1) n) × (…): the series of sine ÷ x (n odd) and of cosine (n even), from its last term inwards. */
function seriesOf(square: number, last: number): number {
  let value = 1;
  for (let n = last; n > 1; n -= 2) value = 1 - (value * square) / (n * (n - 1));
  return value;
}

/**
 * The angle between two directions in radians, 0 … π. From half the chord and half the sum (Kahan's formula), so that it is good for
 * neighbours and for antipodes alike.
 */
export function angleBetween(a: Direction, b: Direction): number {
  const chord = lengthSquared(a.x - b.x, a.y - b.y, a.z - b.z);
  const sum = lengthSquared(a.x + b.x, a.y + b.y, a.z + b.z);
  return chord <= sum
    ? 2 * arcTangent(squareRoot(chord / sum))
    : 2 * (QUARTER_TURN - arcTangent(squareRoot(sum / chord)));
}

function lengthSquared(x: number, y: number, z: number): number {
  return x * x + y * y + z * z;
}

/** The square root of 0 … 1, to a unit in the last place: Newton's method, after scaling by powers of 4, which is exact. */
function squareRoot(value: number): number {
  if (value === 0) return 0;
  let [scaled, scale] = [value, 1];
  for (; scaled < 2 ** -12; scale *= 2 ** -6) scaled *= 2 ** 12;
  for (; scaled < 0.25; scale *= 0.5) scaled *= 4;
  let root = 0.35 + 0.65 * scaled;
  for (let step = 0; step < 4; step += 1) root = (root + scaled / root) * 0.5;
  return root * scale;
}

const TERMS = 41;

/** The arc tangent of 0 … 1. Above tan 22.5° by the angle to 45°, so that the series has small terms only. */
function arcTangent(tangent: number): number {
  if (tangent > 0.4142) return EIGHTH_TURN + arcTangentNear((tangent - 1) / (tangent + 1));
  return arcTangentNear(tangent);
}

/** Gregory's series, |t| below 0.4143: the last term is below 1e-17; for small ones a few terms do. */
function arcTangentNear(t: number): number {
  const square = t * t;
  let value = 0;
  for (let n = square < 1e-3 ? 11 : TERMS; n > 0; n -= 2) value = 1 / n - value * square;
  return t * value;
}
