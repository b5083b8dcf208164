/** The version of the package, for those who ask a page which one it runs. */
export const VERSION = '0.1.0';
