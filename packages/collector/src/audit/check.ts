/**
 * What the audit holds a data folder to: every promise that can be checked from outside, in words, and what to do where
 * one is broken. Does not look at anything: see the files beside it.
 */
interface Promised {
  /** What holds where nothing is wrong. */
  readonly promise: string;
  /** What to do where it does not. */
  readonly mend: string;
}

const RESTORE = 'Stop the collector, find out who wrote into the file, and restore a backup from before it.';

export const CHECKS = {
  'schema.version': {
    promise: 'The database is of the version that this program writes.',
    mend: 'Start the collector once with this version, which brings it up to date, and audit again.',
  },
  'schema.tables': {
    promise: 'There is no table, column, index or trigger but those of this version.',
    mend: RESTORE,
  },
  'schema.rowids': {
    promise: 'No table has a row number, which would tell who came first.',
    mend: RESTORE,
  },
  'files.modes': {
    promise: 'Folder, databases and secrets can be read by their owner alone.',
    mend: 'chmod go-rwx what is named.',
  },
  'files.residue': {
    promise: 'Pages that are not in use hold nothing of what was deleted.',
    mend: 'Something other than Holloway wrote into the file. Stop the collector, run VACUUM on it, and audit again.',
  },
  'files.log': {
    promise: 'The write-ahead log is emptied every hour, so that it keeps no old values.',
    mend: 'Look for a program that reads the database without end: while it does, the log cannot be emptied.',
  },
  'nonces.plain': {
    promise: 'What is kept of a batch is its site, 64 random bits and an hour.',
    mend: RESTORE,
  },
  'nonces.purged': {
    promise: 'It is forgotten after 25 hours; of imported history, once its day is sealed.',
    mend: 'Start the collector: it forgets them every hour. If it runs, its log says why it does not.',
  },
  'sites.gone': {
    promise: 'Of a site that was erased nothing is left.',
    mend: 'Run holloway retain: it deletes what is left of sites that are gone.',
  },
  'cells.small': {
    promise: 'Behind every sealed row stand as many browsers as the site had promised then.',
    mend: RESTORE,
  },
  'cells.described': {
    promise: 'Every sealed histogram stands with the row that it describes.',
    mend: RESTORE,
  },
  'cells.declared': {
    promise: 'Every count is of a declared fact, with declared values and known names.',
    mend: RESTORE,
  },
  'cells.published': {
    promise: 'Nothing is kept that no statement of the site names.',
    mend: 'Publish what is counted: holloway statement publish. What was counted before that was not agreed to: erase it.',
  },
  'open.sealed': {
    promise: 'No count is left of a day that is sealed already.',
    mend: RESTORE,
  },
  'open.late': {
    promise: 'Days are sealed in time, so that small counts do not lie open longer than they must.',
    mend: 'Start the collector: it seals what is over. If it runs, its log says why it does not.',
  },
  'waiting.late': {
    promise: 'Nothing waits under its name for more than 28 days.',
    mend: RESTORE,
  },
  'names.personal': {
    promise: 'No name that browsers brought along looks like an address, a number or a token.',
    mend: 'Find which page or search of the store leads to it, and conceal it there; it is forgotten with its counts.',
  },
  'names.listed': {
    promise: 'Slices and countries are values of lists that everybody knows.',
    mend: RESTORE,
  },
  'names.ceiling': {
    promise: 'There are no more names of a kind than its ceiling.',
    mend: 'Raise the ceiling, if the store has so many: holloway site set --ceiling.',
  },
  'retention.due': {
    promise: 'Nothing is kept, or kept by day, for longer than the site says.',
    mend: 'Start the collector, which deletes what is due every hour, or run holloway retain.',
  },
  'statements.chain': {
    promise:
      'Every statement is as it was published, names the one before it, and is signed by a key that is kept.',
    mend: 'Restore the statements from a backup: what visitors agreed to cannot be shown otherwise.',
  },
  'statements.kept': {
    promise: 'The site does what its current statement says: k, and how long counts are kept.',
    mend: 'Set the site as its statement has it, or publish another: holloway statement publish --dry-run shows the difference.',
  },
  'sums.rows': {
    promise: 'No more is shown than was ever counted.',
    mend: RESTORE,
  },
  'sums.waiting': {
    promise: 'What waits is what is told as waiting.',
    mend: RESTORE,
  },
  'sums.slices': {
    promise: 'Slices of one kind add up to no more than the whole.',
    mend: RESTORE,
  },
} as const satisfies { readonly [name: string]: Promised };

export type CheckName = keyof typeof CHECKS;
export const CHECK_NAMES = Object.keys(CHECKS) as readonly CheckName[];

/** A promise that does not hold. */
export interface Breach {
  readonly check: CheckName;
  /** `null` where it is of the whole folder. */
  readonly site: string | null;
  /** How much, and where: names of ours, of files and of sites; nothing that a visitor sent. */
  readonly says: string;
}

export interface Checked extends Promised {
  readonly check: CheckName;
  readonly breaches: readonly Breach[];
}

/** Every promise with what was found against it, in the order of the list. */
export const checkedBy = (breaches: readonly Breach[]): readonly Checked[] =>
  CHECK_NAMES.map((check) => ({
    check,
    ...CHECKS[check],
    breaches: breaches.filter((breach) => breach.check === check),
  }));

/** `3 rows of cell`; of one, without the plural. */
export const many = (count: number, one: string, more = `${one}s`): string =>
  `${count} ${count === 1 ? one : more}`;

/** A breach where there is any. */
export const where = (
  count: number,
  check: CheckName,
  site: string | null,
  says: (count: number) => string,
): Breach[] => (count === 0 ? [] : [{ check, site, says: says(count) }]);
