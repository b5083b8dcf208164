/**
 * What people may write beside the numbers of a site, as somebody sent it: over HTTP, or in an export. Messages are rules and
 * never repeat a value.
 */
import { ACTION_STATES, type Day, isDay, isPrintable, WORKSPACE_LIMITS } from '@holloway/protocol';
import * as v from 'valibot';

/** @param rule Such as `must have 1 to 80 characters`; what cannot be printed is refused by it too. */
const text = (longest: number) => {
  const rule = `must have 1 to ${longest} characters, all of which can be printed`;
  return v.pipe(
    v.string('must be text'),
    v.trim(),
    v.minLength(1, rule),
    v.maxLength(longest, rule),
    v.check(isPrintable, rule),
  );
};

export const DAY = v.custom<Day>(isDay, 'must be a date such as 2026-11-23');
export const VIEW_NAME = text(WORKSPACE_LIMITS.viewName);
export const TEXT = text(WORKSPACE_LIMITS.text);
export const SHARE_NAME = text(WORKSPACE_LIMITS.shareName);
export const STATE = v.picklist(ACTION_STATES, `must be one of ${ACTION_STATES.join(', ')}`);

const { address: longest, actionId } = WORKSPACE_LIMITS;

/** @param site Whose screens it may be of. */
export const addressOf = (site: string) => {
  const rule = `must begin with #/${site}/, and have at most ${longest} characters, all of which can be printed`;
  return v.pipe(
    v.string('must be text'),
    v.startsWith(`#/${site}/`, rule),
    v.maxLength(longest, rule),
    v.check(isPrintable, rule),
  );
};

const ACTION_ID = new RegExp(`^[a-z-]+:.{1,${actionId}}$`, 'u');
const ACTION_KIND_LENGTH = 64;

/** Whether the advice could have made it. */
export const isActionId = (id: string): boolean =>
  ACTION_ID.test(id) && id.indexOf(':') <= ACTION_KIND_LENGTH && isPrintable(id);
