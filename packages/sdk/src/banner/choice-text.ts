/** What the visitor chose and when, in a sentence. Pure. */
import { fillIn, type SiteConfig, type Wording } from '@holloway/protocol';
import type { ConsentStatus } from '../holloway.ts';
import { longDay } from './amount.ts';

/** @returns Empty where nothing was chosen. */
export function choiceText(
  { state, choices, day }: ConsentStatus,
  { categories }: Pick<SiteConfig, 'categories'>,
  { language, messages }: Pick<Wording, 'language' | 'messages'>,
): string {
  if (!day) return '';
  const isAll = categories.every((category) => choices[category]);
  const kind = state === 'rejected' ? 'rejected' : isAll ? 'accepted' : 'chosen';
  return fillIn(messages[kind], { day: longDay(language, day) });
}
