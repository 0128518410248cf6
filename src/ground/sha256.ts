let rounds: readonly number[] | undefined;

/**
 * SHA-256 of a text's UTF-8 bytes, as 64 lower-case hexadecimal digits (FIPS 180-4; the tests hold it against another implementation).
 *
 * Our own because a host's bundle of the whole evaluator may weigh 10 KiB, of which a kept library would take a good part. It names
 * definitions and chains logs; it keeps no secrets. `text` must be well-formed UTF-16, as JSON texts are,
 * and shorter than 2^29 bytes.
 */
export function sha256(text: string): string {
  const message = padded(utf8(text));
  const hash = fractionsOfRoots(2, 8);
  rounds ??= fractionsOfRoots(3, 64);
  for (let block = 0; block < message.length; block += 16) compress(hash, rounds, message.slice(block, block + 16));
  return hash.map((word) => (word >>> 0).toString(16).padStart(8, "0")).join("");
}

function utf8(text: string): number[] {
  const bytes: number[] = [];
  const escaped = encodeURIComponent(text);
  for (let at = 0; at < escaped.length; at += 1) {
    if (escaped[at] !== "%") bytes.push(escaped.charCodeAt(at));
    else bytes.push(Number.parseInt(escaped.slice(at + 1, (at += 2) + 1), 16));
  }
  return bytes;
}

/** The message in 32-bit words: its bytes, a one bit, zeros, its length in bits (FIPS 180-4, 5.1.1). */
function padded(bytes: readonly number[]): number[] {
  const words = new Array<number>(((bytes.length + 8) >> 6) * 16 + 16).fill(0);
  const put = (byte: number, at: number): void => {
    words[at >> 2] = (words[at >> 2] as number) | (byte << (24 - (at & 3) * 8));
  };
  bytes.forEach(put);
  put(0x80, bytes.length);
  words[words.length - 1] = bytes.length << 3;
  return words;
}

/** The first 32 bits of the fractional parts of the square or cube roots of the first primes (FIPS 180-4, 4.2.2 and 5.3.3). */
function fractionsOfRoots(degree: 2 | 3, count: number): number[] {
  const primes: number[] = [];
  for (let candidate = 2; primes.length < count; candidate += 1) {
    if (primes.every((prime) => candidate % prime !== 0)) primes.push(candidate);
  }
  return primes.map((prime) => Number(BigInt.asIntN(32, rootOf(BigInt(prime) << BigInt(32 * degree), degree))));
}

function rootOf(value: bigint, degree: 2 | 3): bigint {
  let root = 0n;
  for (let bit = 1n << 40n; bit > 0n; bit >>= 1n) {
    const trial = root | bit;
    if (trial * trial * (degree === 3 ? trial : 1n) <= value) root = trial;
  }
  return root;
}

const turn = (word: number, by: number): number => (word >>> by) | (word << (32 - by));

/** One block of 16 words into the hash (FIPS 180-4, 6.2.2). */
function compress(hash: number[], rounds: readonly number[], schedule: number[]): void {
  const at = (index: number): number => schedule[index] as number;
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = hash;
  rounds.forEach((constant, round) => {
    if (round > 15) {
      const [old, recent] = [at(round - 15), at(round - 2)];
      const low = turn(old, 7) ^ turn(old, 18) ^ (old >>> 3);
      const high = turn(recent, 17) ^ turn(recent, 19) ^ (recent >>> 10);
      schedule.push((at(round - 16) + low + at(round - 7) + high) | 0);
    }
    const first = (h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g)) + constant + at(round)) | 0;
    const second = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + first) | 0, c, b, a, (first + second) | 0];
  });
  [a, b, c, d, e, f, g, h].forEach((word, index) => {
    hash[index] = ((hash[index] as number) + word) | 0;
  });
}
