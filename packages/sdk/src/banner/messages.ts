/** What the banner says, in English. */
export const MESSAGES = {
  language: 'en',
  text: 'We use cookies and similar storage to count which paths are taken through this store. Only anonymous counts leave your browser. You can change your mind at any time under “Privacy settings”.',
  objection: 'Your browser objects to tracking (Global Privacy Control): a no until you choose otherwise.',
  accepted: 'You have accepted.',
  rejected: 'You have rejected.',
  accept: 'Accept all',
  reject: 'Reject all',
  open: 'Privacy settings',
} as const;
