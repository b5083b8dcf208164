/** Overwrites the unused parts of a whole file, so many pages at a time that whoever else wants to write gets to. */

/** 2 MB of a file: some tens of milliseconds. */
const PAGES_AT_ONCE = 500;
/** A log that is never empty stays as it is until the next time. */
const ATTEMPTS = 3;

/**
 * @param scrub Does some pages from that one on. @returns The next; the same where it could not; `null` after the last.
 * @param pause Between two parts. Where it rejects, what is left stays for the next time.
 */
export async function scrubInParts(
  scrub: (from: number, pages: number) => Promise<number | null>,
  pause: () => Promise<void>,
): Promise<void> {
  let attempts = 0;
  let page: number | null = 1;
  while (page !== null && attempts < ATTEMPTS) {
    const next: number | null = await scrub(page, PAGES_AT_ONCE);
    attempts = next === page ? attempts + 1 : 0;
    page = next;
    await pause();
  }
}
