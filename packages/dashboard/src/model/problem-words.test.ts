import { expect, it } from 'vitest';
import { ApiError } from '../api/client.ts';
import { problemWords } from './problem-words.ts';

it('says which field is at fault by the name it has on screen, and the rule', () => {
  const error = new ApiError('refused', 'The request is malformed: password must be the present one', {
    refusal: { status: 400, field: 'password', rule: 'must be the present one' },
  });
  expect(problemWords(error)).toBe('Password must be the present one.');
  expect(problemWords(error, { password: 'present password' })).toBe(
    'Present password must be the present one.',
  );
});

it.each([
  { waitSeconds: 1, words: 'Too many attempts. Try again in 1 second.' },
  { waitSeconds: 45, words: 'Too many attempts. Try again in 45 seconds.' },
  { waitSeconds: 900, words: 'Too many attempts. Try again in 15 minutes.' },
])('says after how long to try again: $waitSeconds s', ({ waitSeconds, words }) => {
  const error = new ApiError('refused', 'Too many requests', { refusal: { status: 429, waitSeconds } });
  expect(problemWords(error)).toBe(words);
});

it('says what to look at where no answer came, and who decides where it is not allowed', () => {
  expect(problemWords(new ApiError('unreachable', 'gone'))).toBe(
    'The collector cannot be reached. Check that it is running and that you are online.',
  );
  expect(problemWords(new ApiError('forbidden', 'Not allowed', { refusal: { status: 403 } }))).toBe(
    'Its role or sites may have changed; an owner of the collector decides that.',
  );
});

it('repeats what the collector says where it names no field', () => {
  const error = new ApiError('refused', 'Something went wrong on our side', { refusal: { status: 500 } });
  expect(problemWords(error)).toBe('Something went wrong on our side');
});
