/** @module @holloway/e2e: what the benchmark takes of the tests: a real browser, and shops with a consent tool in them. */
export { openOurSmallShop } from './gate/ours.ts';
export { openSmallShop } from './gate/small-shop.ts';
export type { Subject } from './gate/subject.ts';
export type { ConsentTool, ServedFile } from './peers/consent-tool.ts';
export { klaro } from './peers/klaro.ts';
export { NO_TOOL } from './peers/no-tool.ts';
export { orejime } from './peers/orejime.ts';
export { vanillaCookieconsent } from './peers/vanilla-cookieconsent.ts';
export { paintOf } from './screens/paint.ts';
export { SCREENS } from './screens/screens.ts';
export { newVisitor, openBrowser, type StorageState } from './support/browser.ts';
export { openShop, type Shop } from './walks/shop.ts';
