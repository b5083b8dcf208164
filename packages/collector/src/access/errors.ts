/** What can be wrong with a request about accounts and keys: which field, and the rule. Never what was given. */
interface Reason {
  readonly kind: 'invalid' | 'unknown' | 'conflict';
  readonly field: string;
  readonly rule: string;
}

const REASONS = {
  email_invalid: { kind: 'invalid', field: 'email', rule: 'must be an e-mail address' },
  email_taken: { kind: 'conflict', field: 'email', rule: 'must not be that of an account already' },
  password_length: { kind: 'invalid', field: 'password', rule: 'must have 12 to 128 characters' },
  name_length: { kind: 'invalid', field: 'name', rule: 'must have 1 to 64 characters' },
  unknown_user: { kind: 'unknown', field: 'account', rule: 'must be one that there is' },
  last_owner: { kind: 'conflict', field: 'account', rule: 'must not be that of the last owner' },
  unknown_session: { kind: 'unknown', field: 'session', rule: 'must be one that there is' },
  key_permissions: { kind: 'invalid', field: 'permissions', rule: 'must name read, import or metrics' },
  key_days: { kind: 'invalid', field: 'days', rule: 'must be a whole number from 1 to 3650' },
  share_days: { kind: 'invalid', field: 'expiresIn', rule: 'must be a whole number of days from 1 to 90' },
  share_room: { kind: 'conflict', field: 'share', rule: 'there may be 200 of a site: revoke one first' },
  unknown_key: { kind: 'unknown', field: 'key', rule: 'must be the id of one that there is' },
} as const satisfies Record<string, Reason>;

export type AccessErrorCode = keyof typeof REASONS;

export class AccessError extends Error {
  override readonly name = 'AccessError';
  readonly code: AccessErrorCode;
  readonly reason: Reason;

  constructor(code: AccessErrorCode) {
    const reason = REASONS[code];
    super(`${reason.field} ${reason.rule}`);
    this.code = code;
    this.reason = reason;
  }
}
