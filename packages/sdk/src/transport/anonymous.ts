/** How anything is asked of the collector: without cookies, and without saying from which page. */
export const ANONYMOUS = { credentials: 'omit', referrerPolicy: 'no-referrer' } as const;
