/**
 * Starts a script that was held back, with all its attributes. Does not know when it may (script-order, scripts).
 */
import { attempt } from '../quietly.ts';
import { reinsert } from './reinsert.ts';
import type { Trust } from './trust.ts';

/** A script that came by `innerHTML` never runs itself; a copy does. */
function copyOf(script: HTMLScriptElement, trust: Trust): HTMLScriptElement {
  const copy = script.ownerDocument.createElement('script');
  for (const { name, value } of script.attributes) copy.setAttribute(name, trust('script', name, value));
  copy.text = trust('script', 'text', script.text);
  copy.nonce = script.nonce; // of which browsers hide the attribute
  return copy;
}

/**
 * Starts a copy. Where trusted types forbid to make one, starts the script itself: what the parser has read is trusted,
 * and runs once it is put back as a script. Then only a `data-src` is refused, which no parser has read as an address.
 *
 * @returns What was started.
 * @throws TypeError where the page refuses; the script does not run then.
 */
export function startScript(script: HTMLScriptElement, trust: Trust): HTMLScriptElement {
  const { type = '', src } = script.dataset;
  const isAsync = script.hasAttribute('async');
  const started = attempt(() => copyOf(script, trust)) ?? script;
  started.type = type;
  started.async = isAsync; // else `true` for all that no parser has started
  if (src) started.setAttribute('src', trust('script', 'src', src));
  reinsert(started, script);
  return started;
}
