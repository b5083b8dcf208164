/** @module @holloway/sdk: consent and anonymous counting in the browser. */
export type { Category, Choices, PageType } from '@holloway/protocol';
export type {
  ConsentStatus,
  EcommerceItem,
  EcommerceParams,
  Events,
  Holloway,
  StartOptions,
} from './holloway.ts';
export { start } from './start.ts';
