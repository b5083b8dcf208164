/** What a look at an installation found: one thing, how bad it is, and what to do about it. */

/** `wrong`: counts are lost or wrong, or somebody may get in. `warning`: likely not meant so. */
export type Level = 'ok' | 'warning' | 'wrong';

export interface Finding {
  readonly level: Level;
  /** Names the variable, file or site; never a secret, nor anything of a visitor. */
  readonly says: string;
  /** Of what is not ok. */
  readonly mend?: string;
}

export const ok = (says: string): Finding => ({ level: 'ok', says });
export const warning = (says: string, mend: string): Finding => ({ level: 'warning', says, mend });
export const wrong = (says: string, mend: string): Finding => ({ level: 'wrong', says, mend });
