/**
 * What a browser tells of the device: its model by client hints or touch screen, and the class of its viewport.
 * What the User-Agent says too is left to the collector, and so is the name of the model.
 */
import type { Viewport } from '@holloway/protocol';
import { declaredTerm } from './term.ts';

const SMALL_PX = 640;
const MEDIUM_PX = 1024;
const LONGEST_MODEL = 64;
/** Between the widest iPhone and the narrowest iPad, held upright. */
const IPAD_PX = 600;

/** The part of `navigator.userAgentData` that is asked for; absent in Firefox and Safari. */
interface ClientHints {
  getHighEntropyValues(hints: readonly string[]): Promise<{ model?: string }>;
}

export const viewportOf = (widthPx: number): Viewport =>
  widthPx < SMALL_PX ? 's' : widthPx < MEDIUM_PX ? 'm' : 'l';

/**
 * @param screen Default: the page's.
 * @returns `undefined` on desktops and wherever browsers keep it to themselves, which Android calls "K".
 */
export async function readModel(
  navigator: Navigator & { userAgentData?: ClientHints },
  screen: Pick<Screen, 'width'> = globalThis.screen,
): Promise<string | undefined> {
  const { maxTouchPoints, platform, userAgentData } = navigator;
  // No Mac has a touch screen: this is an iPad, or an iPhone, that asks for desktop sites. Safari's iPads all do.
  if (maxTouchPoints > 1 && platform === 'MacIntel') return screen.width < IPAD_PX ? 'iPhone' : 'iPad';
  const term = declaredTerm((await userAgentData?.getHighEntropyValues(['model']))?.model);
  return term && term !== 'K' && term.length <= LONGEST_MODEL ? term : undefined;
}
