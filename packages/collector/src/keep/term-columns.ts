/** Where cells have terms, by the fact catalogue and the ids of this store. Pure. */
import { FACT_NAMES, factOf } from '@holloway/protocol';
import { COLUMNS, type FactCodes } from '../site/facts.ts';
import type { TermColumn } from '../store/keeping.ts';

export const termColumns = (codes: Pick<FactCodes, 'id'>): readonly TermColumn[] =>
  FACT_NAMES.flatMap((name) =>
    factOf(name).dimensions.flatMap((dimension, i): TermColumn[] => {
      const column = COLUMNS[i];
      return dimension.kind === 'term' && column !== undefined
        ? [{ fact: codes.id(name), column, kind: dimension.terms }]
        : [];
    }),
  );
