/**
 * Trusted types: lets through, under the policy `holloway`, what an element of the page already held. A page that lists
 * the policies it allows has to list this one, or refuses what would need it.
 * @see https://w3c.github.io/trusted-types/
 */
import { attempt } from '../quietly.ts';

/**
 * @returns What may be set as an element's attribute or property; typed as the string that the DOM takes it for.
 * @throws TypeError where the page refuses.
 */
export type Trust = (tag: string, name: string, value: string) => string;

type Rules = { readonly [rule: string]: (value: string) => string };

/** The part that is used of what TypeScript does not know yet. */
interface TrustedTypes {
  createPolicy(name: string, rules: Rules): Rules;
  getAttributeType(tag: string, name: string): string | null;
  getPropertyType(tag: string, name: string): string | null;
}

const asItIs = (value: string): string => value;

export function createTrust(window: Window & { readonly trustedTypes?: TrustedTypes }): Trust {
  const { trustedTypes } = window;
  /** Asked for when it is needed first, and once: a refusal is reported. */
  let policy: Rules | undefined;
  return (tag, name, value) => {
    const type = trustedTypes?.getAttributeType(tag, name) ?? trustedTypes?.getPropertyType(tag, name);
    if (!type) return value;
    policy =
      policy ??
      attempt(() =>
        trustedTypes?.createPolicy('holloway', { createScript: asItIs, createScriptURL: asItIs }),
      ) ??
      {};
    const trusted = policy[type.replace('Trusted', 'create')]?.(value);
    if (trusted === undefined) throw new TypeError(); // the page does not allow the policy
    return trusted;
  };
}
