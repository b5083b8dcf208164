/** How long counts and choices are kept: in months, as every statement says it. */
import type { Statement } from '@holloway/protocol';

export const RETENTION: Statement['retention'] = { countsMonths: 25, choiceMonths: 6 };
