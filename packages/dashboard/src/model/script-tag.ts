/** The line that a store pastes into its pages. Pure. */

/** @param origin Of the collector. */
export const scriptTag = (site: string, origin: string): string =>
  `<script src="${origin}/holloway.js" data-site="${site}" defer></script>`;
