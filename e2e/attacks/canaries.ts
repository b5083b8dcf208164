/** What a visitor of the attacks has that nobody may learn: each is searched for wherever something might be kept. */

export const EMAIL = 'Canary.Anna@mail-7f3a91.example';
export const TOKEN = 'cnry7Q2xKp9LmZt4VbNw8RsY';
export const PHONE = '+49 30 7712 93847';
export const NAME = 'Canarina Vogelsang';
export const COOKIE = 'canary-cookie-7f3a91';
export const STORED = 'canary-stored-7f3a91';
/** Nothing in it that a robot would be known by. */
export const AGENT = 'Canarium-7f3a91';
/** Of a relay, a proxy, a header of old and the socket itself. */
export const FORWARDED = '198.18.77.213';
export const FORWARDED_6 = '2001:db8:77:213::7f3a';
export const SOCKET = '127.77.213.9';
/** As their networks are told apart. */
const NETWORKS = ['198.18.77.0', '127.77.213.0'] as const;

/** What the page and the browser hold. */
export const IN_THE_PAGE = [EMAIL, TOKEN, PHONE, NAME, COOKIE, STORED] as const;
/** What a request holds beside what the script puts into it. */
const IN_THE_REQUEST = [EMAIL, TOKEN, COOKIE, AGENT, FORWARDED, FORWARDED_6, SOCKET, ...NETWORKS] as const;
export const CANARIES = [...new Set<string>([...IN_THE_PAGE, ...IN_THE_REQUEST])];
