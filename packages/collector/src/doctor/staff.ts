/** Whether the right people can get in. Pure. */
import { type Finding, ok, warning } from './finding.ts';

export interface ExaminedPerson {
  readonly role: string;
  readonly hasSecondFactor: boolean;
}

export function examineStaff(people: readonly ExaminedPerson[]): readonly Finding[] {
  const owners = people.filter(({ role }) => role === 'owner');
  if (owners.length === 0) {
    return [
      warning(
        'nobody can sign in as owner',
        'start the collector and open it: the first account is made there; or holloway user add <email> --role owner',
      ),
    ];
  }
  const bare = owners.filter(({ hasSecondFactor }) => !hasSecondFactor).length;
  return bare === 0
    ? [ok('every owner has a second factor')]
    : [
        warning(
          `${bare} of ${owners.length} owners sign in with a password alone`,
          'let them add a passkey or a second factor, under Account',
        ),
      ];
}
