/** `holloway statement publish|list|show|rotate-key|init` */
import type { SignedStatement, Wording } from '@holloway/protocol';
import { verifyChain } from '../consent/chain.ts';
import { parsePolicy } from '../consent/policy.ts';
import { languagesOf } from '../consent/site-config.ts';
import { EXAMPLE_POLICY } from './example-policy.ts';
import { readJson } from './read-json.ts';
import { changeLine, statementLines, verdictOf } from './statement-text.ts';
import { CommandError, type Terminal } from './terminal.ts';
import { checked, siteNamed, withCore } from './with-core.ts';

/** @param file `undefined`: the policy of the statement before, for after something else has changed. */
export const statementPublish = (
  dataFolder: string,
  slug: string,
  file: string | undefined,
  { dryRun = false }: { readonly dryRun?: boolean },
  { out }: Terminal,
): Promise<void> =>
  withCore(dataFolder, async (core) => {
    const site = await siteNamed(core, slug);
    const policy = file === undefined ? null : checked(parsePolicy(readJson(file, 'a policy')));
    const outcome = checked(
      dryRun ? await core.publisher.preview(site, policy) : await core.publisher.publish(site, policy),
    );
    const { current, asksAgain, changes, settings } = outcome;
    if (asksAgain) {
      out(
        dryRun
          ? 'Would publish a new statement, and ask every visitor again.'
          : `Published ${current?.id}. Every visitor is asked again.`,
      );
    } else out('The statement says the same: nothing is published, and nobody is asked again.');
    changes.map(changeLine).forEach(out);
    if (settings.length > 0) {
      out(`Beside the statement${dryRun ? ', would change' : ''}:`);
      settings.map(changeLine).forEach(out);
    }
  });

export const statementList = (dataFolder: string, slug: string, { out }: Terminal): Promise<void> =>
  withCore(dataFolder, async (core) => {
    const site = await siteNamed(core, slug);
    const chain = await core.store.statements(site.id);
    const verdicts = await verifyChain(chain, await core.store.publicKeys());
    for (const [i, { id, statement }] of chain.entries()) {
      const verdict = verdicts[i];
      const languages = `${languagesOf(statement, site).length} languages`;
      out([id, statement.published, languages, verdict === undefined ? '' : verdictOf(verdict)].join('\t'));
    }
  });

/** The one named, or the last. */
function chosen(chain: readonly SignedStatement[], id: string | undefined): number {
  const place = id === undefined ? chain.length - 1 : chain.findIndex((each) => each.id === id);
  if (place === -1) {
    throw new CommandError('there is no such statement; `holloway statement list` shows those there are');
  }
  return place;
}

export const statementShow = (
  dataFolder: string,
  slug: string,
  id: string | undefined,
  { language }: { readonly language?: string },
  { out }: Terminal,
): Promise<void> =>
  withCore(dataFolder, async (core) => {
    const site = await siteNamed(core, slug);
    const chain = await core.store.statements(site.id);
    const place = chosen(chain, id);
    const [signed, verdict] = [
      chain[place],
      (await verifyChain(chain, await core.store.publicKeys()))[place],
    ];
    if (signed === undefined || verdict === undefined) return;
    const languages = languagesOf(signed.statement, site);
    const shown = language === undefined ? languages[0] : languages.find((each) => each === language);
    if (shown === undefined) throw new CommandError(`language must be one of ${languages.join(', ')}`);
    const text = await core.store.wording(signed.statement.wordings[shown] ?? '');
    if (text === null) throw new CommandError('the text of this statement is not there');
    statementLines(signed, JSON.parse(text) as Wording, verdict).forEach(out);
  });

export const statementRotateKey = (dataFolder: string, { out }: Terminal): Promise<void> =>
  withCore(dataFolder, async ({ publisher }) => {
    out(`Statements are signed by ${await publisher.rotateKey()} from now on.`);
    out('What the key before signed stays valid; that key itself is gone.');
  });

export const statementInit = ({ out }: Terminal): void => out(JSON.stringify(EXAMPLE_POLICY, null, 2));
