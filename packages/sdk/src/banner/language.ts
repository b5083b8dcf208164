/** Which of the languages on offer a visitor reads: that of the page, else what the browser asks for. */

/** @param offered The first is the fallback. */
export function languageOf<L extends string>(
  { documentElement }: Pick<Document, 'documentElement'>,
  { languages }: Pick<Navigator, 'languages'>,
  offered: readonly L[],
): L | undefined {
  // Norwegian by its old name is answered in Bokmål.
  const primaryOf = (wanted: string) =>
    wanted
      .toLowerCase()
      .replace(/^n[on]\b/, 'nb')
      .split('-')[0] as L;
  return (
    [documentElement.lang, ...(languages ?? [])].map(primaryOf).find((wanted) => offered.includes(wanted)) ??
    offered[0]
  );
}
