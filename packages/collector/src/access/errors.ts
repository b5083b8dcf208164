/** What can be wrong with a request of the person who administers accounts. Messages never repeat what was given. */
const MESSAGES = {
  email_invalid: 'This is not an e-mail address.',
  email_taken: 'There is a user with this e-mail address already.',
  password_length: 'A password has 12 to 128 characters.',
  unknown_user: 'There is no user with this e-mail address.',
  key_name: 'The name of a key has 1 to 64 characters.',
  key_permissions: 'A key needs a permission.',
  unknown_key: 'There is no key with this id.',
} as const;

export type AccessErrorCode = keyof typeof MESSAGES;

export class AccessError extends Error {
  override readonly name = 'AccessError';
  readonly code: AccessErrorCode;

  constructor(code: AccessErrorCode) {
    super(MESSAGES[code]);
    this.code = code;
  }
}
