/** What the observer of layouts tells. */
import type { ObservationOf } from '../../visit/observation.ts';

export type LayoutSeen = ObservationOf<'slot' | 'zone' | 'element'>;
