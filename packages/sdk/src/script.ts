/**
 * The script tag: `<script defer src="https://collector/holloway.js" data-site="store"></script>`.
 * `data-collector` names the service where it is not beside the script.
 */
import { start } from './start.ts';

const script = document.currentScript;
try {
  if (script instanceof HTMLScriptElement) {
    const { site = '', collector = new URL('.', script.src).href } = script.dataset;
    start({ site, collector });
  }
} catch (error) {
  console.error(error); // for whoever wrote the tag
}
