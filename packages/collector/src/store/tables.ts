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
  /** `site` and `day` where the batch is history, whose nonce is known until that day is sealed. */
  batch: { nonce: string; hour: number; site: number | null; day: number | null };
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
    /** JSON object of numbers by term kind. */
    ceilings: string;
    /** JSON array of layout tests. */
    experiments: string;
    keep_days: number;
    keep_months: number;
    kept_from: number | null;
    months_through: number | null;
    /** 0 while rows are not yet as `kept_from` and `months_through` say. */
    is_settled: number;
    names_forgotten: number;
    /** JSON object: the last day on which each k was promised; `null` until the next day is sealed. */
    promised: string;
  };
  told: {
    site: number;
    fact: number;
    slice: number;
    /** Day number when it was told last; -1 before the first time. */
    day: number;
    /** All that was counted until then. */
    counted: number;
    /** All that ever became a row. */
    shown: number;
    /** Those that waited then. */
    cells: number;
    /** Of what was counted, what has no name, in steps of k. */
    other: number;
    /** What waited then, and the reach behind it. */
    hidden: number;
    reach: number;
    /** What is not told of, for what it adds up to lost its name with fewer than k browsers; and how many these were. */
    kept: number;
    kept_reach: number;
  };
  /** Another number whenever something of the site changes that processes keep in memory; set by triggers. */
  revision: { site: number; number: number; names: number };
  /** Of the `(other)` that waits: what had been counted before a day. */
  other_before: { site: number; day: number; fact: number; slice: number; n: number; total: number };
  /** Ids that no site has. */
  absent: { site: number; state: 'erasing' | 'erased' | 'arriving' };
  /** Pages that were read for the catalogue, with what they answered to tell whether they changed. */
  crawled: { site: number; url: string; etag: string | null; modified: string | null };
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
  /** `author` is the id of an account; `made` and `day` are day numbers. */
  saved_view: {
    site: number;
    id: string;
    name: string;
    address: string;
    author: string | null;
    made: number;
  };
  annotation: {
    site: number;
    id: string;
    day: number;
    text: string;
    author: string | null;
    made: number;
  };
  /** `history`: JSON array, newest first. */
  action_state: { site: number; id: string; history: string };
  /** `plan`: JSON; `week`: the day number of a Monday. */
  digest: { site: number; plan: string; week: number | null };
  /** `receiver`: the id of an account, or the webhook; `progress`: JSON. */
  digest_delivery: { site: number; receiver: string; progress: string };
}
