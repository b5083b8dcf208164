/** The tables, as Kysely sees them. Three hold every number; none has a rowid that would replay the order of arrival. */
import type { Dimensions, Measures } from './store.ts';

interface CellKey extends Dimensions {
  site: number;
  fact: number;
  slice: number;
}

export interface CellTable extends CellKey, Measures {
  day: number;
}

export interface WaitingTable extends CellKey, Measures {
  since: number;
}

/** A cell of an open day with all its slices. */
export interface IntakeTable extends Dimensions {
  site: number;
  fact: number;
  day: number;
  /** Flat JSON array: for each slice its id, n, people, reach, total. */
  slices: string;
}

export interface Tables {
  intake: IntakeTable;
  cell: CellTable;
  waiting: WaitingTable;
  batch: { nonce: string; hour: number };
  fact: { id: number; name: string };
  term: { site: number; kind: string; id: number; text: string };
  catalogue: { site: number; kind: string; id: number; label: string | null; category: string | null };
  site: {
    id: number;
    slug: string;
    name: string;
    kind: string;
    k: number;
    time_zone: string;
    currency: string;
    /** JSON array of origins. */
    origins: string;
    statement: string;
    /** JSON array of routes. */
    routes: string;
    provenance: string | null;
    sealed_through: number | null;
    /** JSON of the policy that its statement was built from; `null` where that is the default. */
    policy: string | null;
  };
  /** `number` counts a site's chain from 1; `content` is canonical JSON. */
  statement: {
    site: number;
    number: number;
    id: string;
    hash: string;
    content: string;
    signature: string;
  };
  /** `content` is canonical JSON, by its hash: sites that say the same share it. */
  wording: { hash: string; content: string };
  public_key: { kid: string; jwk: string };
}
