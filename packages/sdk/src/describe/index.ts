/**
 * @module @holloway/sdk/describe: what a page is, as browsers describe it: for whoever looks at a shop's pages from
 * outside and is to call them by the same names.
 */
export { categoryOfBreadcrumbs } from '../capture/breadcrumbs.ts';
export { asText, isOfType, type LinkedNode, listElements, readLinkedData } from '../capture/json-ld.ts';
export { describePage } from '../capture/page.ts';
export { pathOf } from '../capture/path.ts';
export { routedPage } from '../capture/routes.ts';
export { declaredTerm, observedTerm } from '../capture/term.ts';
export type { Page } from '../visit/observation.ts';
