/** @module @holloway/sdk: consent and anonymous counting in the browser. */
export type { Category, Choices } from '@holloway/protocol';
export type { ConsentStatus, Holloway, StartOptions } from './holloway.ts';
export { start } from './start.ts';
