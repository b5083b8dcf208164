/** Which of the languages on offer a visitor reads: that of the page, else what the browser asks for. */

/** @param offered The first is the fallback. */
export function languageOf<L extends string>(
  { documentElement }: Pick<Document, 'documentElement'>,
  { languages }: Pick<Navigator, 'languages'>,
  offered: readonly L[],
): L | undefined {
  for (const wanted of [documentElement.lang, ...(languages ?? [])]) {
    // Norwegian by its old name is answered in Bokmål.
    const [primary = ''] = wanted
      .toLowerCase()
      .replace(/^n[on]\b/, 'nb')
      .split('-');
    const found = offered.find((language) => language === primary);
    if (found) return found;
  }
  return offered[0];
}
