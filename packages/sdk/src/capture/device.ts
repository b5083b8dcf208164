/** What a browser tells of the device: its model by client hints, and the class of its viewport. */
import type { Viewport } from '@holloway/protocol';
import { declaredTerm } from './term.ts';

const SMALL_PX = 640;
const MEDIUM_PX = 1024;
const LONGEST_MODEL = 64;

/** The part of `navigator.userAgentData` that is asked for; absent in Firefox and Safari. */
interface ClientHints {
  getHighEntropyValues(hints: readonly string[]): Promise<{ model?: string }>;
}

export const viewportOf = (widthPx: number): Viewport =>
  widthPx < SMALL_PX ? 's' : widthPx < MEDIUM_PX ? 'm' : 'l';

/** @returns `undefined` on desktops and wherever browsers keep it to themselves, which Android calls "K". */
export async function readModel(
  navigator: Navigator & { userAgentData?: ClientHints },
): Promise<string | undefined> {
  const { model } = (await navigator.userAgentData?.getHighEntropyValues(['model'])) ?? {};
  const term = declaredTerm(model);
  return term && term !== 'K' && term.length <= LONGEST_MODEL ? term : undefined;
}
