/** What of the overview comes after the figures, which most look at first: one file to fetch, not one for each. */
export { BarTable } from './bar-table.tsx';
export { Happened } from './happened.tsx';
export { OpenActions } from './open-actions.tsx';
export { WhatChanged } from './what-changed.tsx';
export { WhatWaits } from './what-waits.tsx';
