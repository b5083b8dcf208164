/** The version of Holloway, for those who ask a collector which one it is. The same as in its package.json. */
export const VERSION = '0.1.0';
