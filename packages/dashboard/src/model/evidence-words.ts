/** The counts behind what was found, as `n of m`, and what they count. Pure. */
import type { Finding } from '@holloway/insight';
import type { Labels } from '@holloway/protocol';
import { t } from '../words/words.ts';
import { namesOf } from './advice-words.ts';
import { formatCount } from './format.ts';
import { viewportName } from './names.ts';

/** Of windows of one size, where it is found of those. */
export function inWindows(words: string, { subject: { viewport } }: Finding): string {
  const size = viewport === undefined ? null : viewportName(viewport);
  return size === null ? words : t('{words} (windows: {size})', { words, size });
}

/** `80`, and `80 to 89` where some are hidden; a dash where they are not told. */
function rangeOf(n: number | undefined, atMost = n): string {
  const low = formatCount(n ?? null);
  return n === atMost ? low : t('{low} to {high}', { low, high: formatCount(atMost ?? null) });
}

/** One sentence without a full stop for each share; a share of something is never without what it is of. */
export function countWords({ claim, evidence }: Finding, labels: Labels): readonly string[] {
  const names = namesOf(labels);
  const told = (count: string): string => rangeOf(evidence[count]);
  const clickers = (item: string, n: string, of: string): string =>
    t('{n} of {of} visits that saw “{item}” clicked it', { n, of, item: names.item(item) });
  const own = (item: string): string =>
    clickers(item, rangeOf(evidence.clicked, evidence.atMost), told('exposed'));
  switch (claim.key) {
    case 'move-up':
      return [
        own(claim.values.item),
        clickers(
          claim.values.other,
          rangeOf(evidence.otherClicked, evidence.otherAtMost),
          told('otherExposed'),
        ),
      ];
    case 'bury':
    case 'keep-first':
      return [own(claim.values.item)];
    case 'rotation-test':
      return [
        t('In windows of the commonest size, its positions were seen {n} times', { n: told('exposed') }),
      ];
    case 'cross-list':
      return [
        t('{n} of {of} visits that found “{item}” looked in {category} first and found it elsewhere', {
          ...{ n: told('wrong'), of: told('finds') },
          item: names.item(claim.values.item),
          category: names.category(claim.values.tried),
        }),
      ];
    case 'add-link': {
      const { roundabout, straight } = evidence;
      return [
        t('{n} of {of} ways from {from} to {to} lead over {over}', {
          n: told('roundabout'),
          of: rangeOf(roundabout === undefined || straight === undefined ? undefined : roundabout + straight),
          from: names.category(claim.values.from),
          to: names.category(claim.values.to),
          over: names.category(claim.values.over),
        }),
      ];
    }
    case 'dead-end':
      return [t('{n} of {of} views were the last of their visit', { n: told('exits'), of: told('views') })];
    case 'no-result': {
      const { term, meant } = claim.values;
      const of = told('asked');
      return [
        t('{n} of {of} searches for “{term}” found nothing', { n: told('empty'), of, term }),
        ...(meant === null
          ? []
          : [t('{n} of {of} were followed by one for “{term}”', { n: told('refined'), of, term: meant })]),
      ];
    }
    case 'long-list':
      return [
        t('{n} of {of} visits that saw the list came past position {slot}', {
          ...{ n: told('beyond'), of: told('visits') },
          slot: claim.values.seenTo,
        }),
      ];
    case 'dead-click':
      return [
        t('{n} of {of} views that clicked it did so in vain', { n: told('dead'), of: told('clicked') }),
      ];
    case 'device-break':
      // What is hidden of it is told as the most that it can be.
      return [
        t('At most {n} of {of} views that saw it clicked it', { n: told('clicked'), of: told('exposed') }),
      ];
    case 'layout-verdict': {
      const { arm, control, metric } = claim.values;
      const inArm = (name: string, n: string, of: string): string =>
        t('{metric}: {n} of {of} visits that saw arm {arm}', {
          ...{ n, of, arm: name },
          metric: names.metric(metric),
        });
      return [
        inArm(arm, told('outcomes'), told('visits')),
        inArm(control, told('otherOutcomes'), told('otherVisits')),
      ];
    }
    case 'traffic-split': {
      const { visits, otherVisits } = evidence;
      const all = visits === undefined || otherVisits === undefined ? undefined : visits + otherVisits;
      const inArm = (arm: string, n: string): string =>
        t('{n} of {of} visits saw arm {arm}', { n, of: rangeOf(all), arm });
      return [inArm(claim.values.arm, told('visits')), inArm(claim.values.control, told('otherVisits'))];
    }
  }
}
