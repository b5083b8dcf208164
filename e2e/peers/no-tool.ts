/** No consent tool, and nothing that would need one: what a page costs without. */
import type { ConsentTool } from './consent-tool.ts';

export const NO_TOOL: ConsentTool = {
  name: 'no consent tool',
  version: null,
  files: [],
  head: () => '',
  hold: () => '',
  reopen: '',
  choice: '',
  clicks: { accept: [], reject: [], withdraw: [] },
};
