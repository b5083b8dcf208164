/** @module @holloway/sdk: consent and anonymous counting in the browser. */
export type { Category, Choices } from './consent/choice.ts';
export type { ConsentStatus, Holloway } from './holloway.ts';
export { type StartOptions, start } from './start.ts';
