/** @module @holloway/sdk/relay: what runs on a shop's own server. */
export { type KeepChoiceOptions, keepChoice } from './keep-choice.ts';
export { createRelay, type Relay, type RelayOptions, type Source } from './relay.ts';
