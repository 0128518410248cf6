const BY_BOOK = {
  A: "A1.1 A1.2 A1.3 A1.4 A2.1 A2.2 A2.3 A3.1 A3.2 A3.3 A3.4 A4.1 A4.2 A4.3 A4.4 A4.5 A5.1 A5.2 A6.1 A6.2 A6.3 A6.4 A6.5 A6.6 A6.7 A7.1 A7.2 A7.3 A7.4 A7.5 A7.6 A8.1 A8.2 A8.3 A8.4",
  B: "B1.1 B1.2 B1.3 B2.1 B2.2 B2.3 B2.4 B2.5 B2.6 B2.7 B2.8 B2.9 B2.10 B2.11 B3.1 B3.2 B3.3 B3.4",
  C: "C1 C2.1 C2.2 C2.3 C2.4 C2.5 C2.6 C3.1 C3.2 C3.3 C4",
  D: "D1.1 D1.2 D1.3 D1.4 D1.5 D1.6 D1.7 D1.8 D3.1 D3.2 D3.3 D3.4 D4.1 D4.2 D4.3 D4.4 D4.5 D4.6 D5.1 D5.2 D5.3",
  E: "E1.1 E1.2 E2.1 E2.2 E2.3 E2.4 E2.5 E3 E4.1 E4.2 E4.3 E4.4 E4.5 E4.6 E4.7 E4.8 E4.9 E5.1 E5.2 E5.3 E5.4 E5.5 E6.1 E6.2 E7.1 E7.2 E7.3 E7.4 E7.5 E8 E9.1 E9.2 E9.3 E9.4 E9.5 E9.6 E9.7 E9.8 E9.9",
};

/** The handbooks' items that this package covers so far, each by itself: every one stands in a test's title. Add an item with its first test. */
export const COVERED: readonly string[] = Object.values(BY_BOOK).flatMap((ids) => ids.split(" "));
