/**
 * What a User-Agent calls the model of its device: Android's code between the system and the build, else the name
 * that the parser knows it by. Does not turn codes into names: model-name does.
 */
import { isPrintable } from '@holloway/protocol';

const MAX_LENGTH = 64;

/** The first bracket, which may hold brackets: `(Linux; Android 11; moto g power (2022))`. */
const PLATFORM = /\((.*?)\)(?= [A-Za-z]+\/|$)/;

/**
 * What stands between the system and the model, or instead of it: flags, languages, versions ("rv:127", "Opera Mini/36").
 * "K" is what Chrome says for every model since version 110, the last two what the relay leaves of some.
 */
const NOT_A_MODEL =
  /^(?:|K|U|wv|mobile|tablet|tv|arm(?:_64|64)?|HarmonyOS|rv:.*|.*\/.*|[a-z]{2}(?:[-_][a-z]{2,4})*|Android TV|Google Watch)$/i;

const BUILD = /(?: |^)Build\/.*$/;
const SAMSUNG_AGAIN = /^SAMSUNG (?=S[A-Z]+-)/;

interface ParsedDevice {
  readonly type?: string | undefined;
  readonly vendor?: string | undefined;
  readonly model?: string | undefined;
}

/** Whether a text may be the model of a device; whoever sends it can still make one up. */
export const isModel = (text: string): boolean =>
  text.length <= MAX_LENGTH && !NOT_A_MODEL.test(text) && isPrintable(text);

function androidCode(userAgent: string): string | null {
  const fields = (PLATFORM.exec(userAgent)?.[1] ?? '').split(/; ?/);
  const system = fields.findIndex((field) => /^(?:Android|OpenHarmony)\b/.test(field));
  if (system === -1) return null;
  const codes = fields
    .slice(system + 1)
    .map((field) => field.replace(BUILD, '').replace(SAMSUNG_AGAIN, '').trim());
  return codes.find(isModel) ?? null;
}

/**
 * @param device What the parser found in the same User-Agent.
 * @returns At most 64 printable characters; `null` on desktops and where it is withheld.
 */
export function modelCode(userAgent: string, isAndroid: boolean, device: ParsedDevice): string | null {
  if (isAndroid) return androidCode(userAgent);
  const { type, vendor, model } = device;
  // Without a type it is a desktop, and "Macintosh" no model.
  if (type === undefined || vendor === undefined || model === undefined) return null;
  // Apple's are known without their maker.
  const name = vendor === 'Apple' ? model : `${vendor} ${model}`;
  return isModel(name) ? name : null;
}
