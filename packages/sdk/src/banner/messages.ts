/** What the banner says, in English. */
export const MESSAGES = {
  language: 'en',
  text: 'We use cookies and similar storage to count, anonymously, the paths taken through this store. Change your mind any time under Privacy settings.',
  objection: 'Your browser sends Global Privacy Control: a no until you choose otherwise.',
  accepted: 'You have accepted.',
  rejected: 'You have rejected.',
  accept: 'Accept all',
  reject: 'Reject all',
  open: 'Privacy settings',
} as const;
