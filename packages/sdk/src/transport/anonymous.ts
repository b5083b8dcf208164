/** How everything is asked for and sent: without cookies and without a referrer. */
export const ANONYMOUS = { credentials: 'omit', referrerPolicy: 'no-referrer' } as const;
