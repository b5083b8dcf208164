/** What an action of the advice says, in words: what to do, why, how sure that is, what it brings, how to test it. Pure. */
import type {
  Action,
  ActionType,
  Certainty,
  Claim,
  Claims,
  Finding,
  Gain,
  Withheld,
} from '@holloway/insight';
import type { Labels as AllLabels } from '@holloway/protocol';
import { type Msg, msg, t, tn } from '../words/words.ts';
import { formatCount, formatShare, formatShort, formatTenths } from './format.ts';
import { categoryName, termName, viewportName } from './names.ts';

export interface ClaimWords {
  readonly title: string;
  readonly why: string;
}

type Say = { readonly [T in ActionType]: (values: Claims[T], finding: Finding, names: Names) => ClaimWords };

export interface Names {
  item(item: string): string;
  category(category: string): string;
  page(page?: string): string;
  zone(zone?: string): string;
  element(element: string): string;
  experiment(experiment: string): string;
  metric(metric: string): string;
}

const METRICS: { readonly [metric: string]: Msg } = {
  order: msg('Orders'),
  added: msg('Products put into the cart'),
  clicked: msg('Clicks'),
  onward: msg('Visits that went on'),
};

export function namesOf(labels: AllLabels): Names {
  const page = (path = ''): string => termName(path, labels.page);
  const zone = (name = ''): string => termName(name, labels.zone);
  return {
    item: (item) => termName(item, { ...labels.page, ...labels.product }),
    category: (category) => categoryName(category, labels.category),
    page,
    zone,
    // `tile:/c/kettles` leads to a page, which has the better name.
    element(element) {
      const colon = element.indexOf(':');
      return colon < 0 ? zone(element) : page(element.slice(colon + 1));
    },
    experiment: (id) => labels.experiment?.[id] ?? id,
    metric: (metric) =>
      METRICS[metric] === undefined ? (labels.metric?.[metric] ?? metric) : t(METRICS[metric]),
  };
}

const REASONS: { readonly [reason in Withheld['reason']]: Msg } = {
  'no-exposures': msg('it is not counted how often their positions are seen'),
  'one-slot-per-item': msg(
    'each product stood in one position only, so that its worth and that of its position are one number',
  ),
  'not-connected': msg('their products fall into groups that never shared a position'),
  'few-items': msg('fewer than three products were seen in them'),
};

export const withheldReason = (reason: Withheld['reason']): string => t(REASONS[reason]);

/** A region as people find it: its name, and the page that it is on, or on how many. */
export function placeWords(zone: string, pages: readonly string[], labels: AllLabels): string {
  const name = termName(zone, labels.zone);
  const [page = ''] = pages;
  return pages.length === 1
    ? t('{zone} on {page}', { zone: name, page: termName(page, labels.page) })
    : tn(pages.length, '{zone} on {n} page', '{zone} on {n} pages', { zone: name });
}

const inPosition = (
  { slot, rate, common }: Pick<Claims['bury'], 'slot' | 'rate' | 'common'>,
  page: string,
): string =>
  t(
    'On {page}, in position {slot}, {rate} of the visits that see it click it; {common} do so on the others.',
    {
      page,
      slot,
      rate: formatShare(rate),
      common: formatShare(common),
    },
  );

const SAY: Say = {
  'move-up': ({ item, slot, rate, other, otherSlot, otherRate, positionFree }, { subject }, names) => ({
    title: t('Move “{item}” up, to where “{other}” is', { item: names.item(item), other: names.item(other) }),
    why: [
      t(
        'On {page}, {rate} of the visits that see it in position {slot} click it; {otherRate} click the other in position {otherSlot}.',
        {
          page: names.page(subject.page),
          rate: formatShare(rate),
          slot,
          otherRate: formatShare(otherRate),
          otherSlot,
        },
      ),
      positionFree
        ? t('What a position earns by itself is taken out.')
        : t('What a position earns by itself is still in these shares.'),
    ].join(' '),
  }),
  bury: (values, { subject }, names) => ({
    title: t('Move “{item}” further down', { item: names.item(values.item) }),
    why: inPosition(values, names.page(subject.page)),
  }),
  'keep-first': (values, { subject }, names) => ({
    title: t('Keep “{item}” in front', { item: names.item(values.item) }),
    why: inPosition(values, names.page(subject.page)),
  }),
  'rotation-test': ({ reason, shift, share, slots }, { subject }, names) => ({
    title: t('Let the products of {zone} on {page} change places for a while', {
      zone: names.zone(subject.zone),
      page: names.page(subject.page),
    }),
    why: t(
      'What a product and its position earn cannot be told apart, because {reason}. Moved on by {shift} of {slots} positions for {share} of the visits, it can.',
      { reason: withheldReason(reason), shift, slots, share: formatShare(share) },
    ),
  }),
  'cross-list': ({ item, tried, found, wrong, expected }, _, names) => ({
    title: t('List “{item}” in {category} too', { item: names.item(item), category: names.category(tried) }),
    why: t(
      '{wrong} visits looked for it in {tried} first and found it in {found}. Going by what stands beside it, {expected} were to be expected.',
      {
        wrong: formatCount(wrong),
        tried: names.category(tried),
        found: names.category(found),
        expected: formatTenths(expected),
      },
    ),
  }),
  'add-link': ({ from, over, to, share }, _, names) => ({
    title: t('Link from {from} to {to}', { from: names.category(from), to: names.category(to) }),
    why: t('Of those who come from there, {share} go over {over}.', {
      share: formatShare(share),
      over: names.category(over),
    }),
  }),
  'dead-end': ({ node, kind, rate, pooled }, _, names) => ({
    title: t('Give “{page}” a way on', {
      page: kind === 'category' ? names.category(node) : names.page(node),
    }),
    why: t('{rate} of its views are the last of their visit; of others like it {pooled} are.', {
      rate: formatShare(rate),
      pooled: formatShare(pooled),
    }),
  }),
  'no-result': ({ term, asked, empty, meant, category }, _, names) => ({
    title: t('Teach the search “{term}”', { term }),
    why: [
      t('{empty} of {asked} searches for it found nothing.', {
        empty: formatCount(empty),
        asked: formatCount(asked),
      }),
      ...(meant === null ? [] : [t('Who asked again asked for “{term}”.', { term: meant })]),
      ...(category === null
        ? []
        : [t('It names the category {category}.', { category: names.category(category) })]),
    ].join(' '),
  }),
  'long-list': ({ seenTo, length, beyond }, { subject }, names) => ({
    title: t('Shorten {zone} on {page}, or put its best first', {
      zone: names.zone(subject.zone),
      page: names.page(subject.page),
    }),
    why: t('Of those who see the list, {beyond} come past position {slot} of {n}.', {
      beyond: formatShare(beyond),
      slot: seenTo,
      n: length,
    }),
  }),
  'dead-click': ({ element, clicked, dead }, { subject }, names) => ({
    title: t('Make “{element}” work, or look less like a link', { element: names.element(element) }),
    why: t('On {page}, {dead} of the {clicked} views that click it do so in vain.', {
      page: names.page(subject.page),
      dead: formatCount(dead),
      clicked: formatCount(clicked),
    }),
  }),
  'device-break': ({ element, viewport, clicked, expected }, { subject }, names) => ({
    title: t('Repair “{element}” in windows of one size: {size}', {
      element: names.element(element),
      size: viewportName(viewport) ?? viewport,
    }),
    why: t('On {page}, it is clicked {clicked} times there; the others lead to expect {expected}.', {
      page: names.page(subject.page),
      clicked: formatCount(clicked),
      expected: formatCount(expected),
    }),
  }),
  'layout-verdict': ({ experiment, arm, control, metric, verdict, ratio }, _, names) => ({
    title: t('Keep arm {arm} of the test “{test}”', {
      arm: verdict === 'better' ? arm : control,
      test: names.experiment(experiment),
    }),
    why: t('{metric}: arm {arm} has {ratio} times those of arm {control}.', {
      metric: names.metric(metric),
      arm,
      control,
      ratio: formatTenths(ratio),
    }),
  }),
  'traffic-split': ({ experiment, arm, control }, _, names) => ({
    title: t('Repair the test “{test}”', { test: names.experiment(experiment) }),
    why: t(
      'Visits fall on arm {arm} and arm {control} otherwise than planned, so that nothing else it says can be trusted.',
      { arm, control },
    ),
  }),
};

/** The title and the reason of one thing that was found. */
export function findingWords(finding: Finding, labels: AllLabels): ClaimWords {
  const { key, values } = finding.claim;
  // A key and its values belong together, which the type of both tells and an index does not.
  const say = SAY[key] as (values: Claim['values'], finding: Finding, names: Names) => ClaimWords;
  return say(values, finding, namesOf(labels));
}

/** What is to be done where several things were found of one place; `null` where the first says it all. */
function titleOfAll({ claim, findings }: Action, names: Names): string | null {
  const [{ subject }] = findings;
  const isKept = findings.filter((each) => each.claim.key === 'keep-first').length;
  const n = claim.key === 'keep-first' ? isKept : findings.length - isKept;
  // Of one change among what is kept, the change itself is said.
  if (n === 1) return null;
  const place = { page: names.page(subject.page), zone: names.zone(subject.zone), n };
  switch (claim.key) {
    case 'move-up':
    case 'bury':
      return t('Rearrange {zone} on {page}: {n} changes', place);
    case 'keep-first':
      return t('Keep {n} products of {zone} on {page} in front', place);
    case 'rotation-test':
      return t('Let the products of {zone} on {n} pages change places for a while', place);
    case 'cross-list':
      return t('List “{item}” and {n} more in {category} too', {
        item: names.item(claim.values.item),
        category: names.category(claim.values.tried),
        n: n - 1,
      });
    case 'device-break':
      return t('Repair {n} links or buttons of {page} in windows of one size: {size}', {
        ...place,
        size: viewportName(claim.values.viewport) ?? claim.values.viewport,
      });
    default:
      return null;
  }
}

/** Its title, and the reason of the first that was found; of several things with what that one is. */
export function claimWords(action: Action, labels: AllLabels): ClaimWords {
  const { title, why } = findingWords(action.findings[0], labels);
  const ofAll = action.findings.length > 1 ? titleOfAll(action, namesOf(labels)) : null;
  return ofAll === null ? { title, why } : { title: ofAll, why: `${title}. ${why}` };
}

export function certaintyWords(certainty: Certainty): string {
  switch (certainty.by) {
    case 'interval':
      return t('Sure: with 95 % confidence there is a difference.');
    case 'false-discovery':
      return t('Sure: of findings like this one, at most {share} are expected to be false.', {
        share: formatShare(certainty.q),
      });
    case 'bayes-factor':
      return t('Sure: the counts speak {factor} times as much for a difference as against one.', {
        factor: formatShort(certainty.factor),
      });
    case 'design':
      return t('Follows from where things stand, not from chance.');
  }
}

const GAINS: { readonly [of in Gain['of']]: Msg } = {
  clicks: msg('Up to {n} more clicks a week'),
  finds: msg('Up to {n} more finds a week without a detour'),
  moves: msg('Up to {n} moves a week saved'),
  visits: msg('Up to {n} more visits a week that go on'),
  searches: msg('Up to {n} more searches a week that find something'),
  outcomes: msg('Up to {n} more a week of what the test is about'),
};

const countWords = (n: number): string => (n < 1 ? formatTenths(n) : formatCount(n));

/** A gain is what all that was counted would bring, and what of it is sure. */
export function gainOfWords(gain: Gain | null): string {
  if (gain === null)
    return t('None that can be told beforehand: it keeps what works, tells what does, or shows what few see');
  const most = t(GAINS[gain.of], { n: countWords(gain.perWeek) });
  return gain.low > 0
    ? t('{most}; {n} at the low end of the counts', { most, n: countWords(gain.low) })
    : most;
}

/** With how far the effect of the first finding may be off. */
export function gainWords({ gain, effect }: Pick<Action, 'gain' | 'effect'>): string {
  const most = gainOfWords(gain);
  if (effect === null) return `${most}.`;
  const print = effect.measure === 'share' ? formatShare : formatTenths;
  const values = { value: print(effect.value), low: print(effect.low), high: print(effect.high) };
  const size =
    effect.measure === 'share'
      ? t('The share is {value}, with 95 % confidence {low} to {high}.', values)
      : t(
          'That is {value} times what it is compared with, with 95 % confidence {low} to {high} times.',
          values,
        );
  return `${most}. ${size}`;
}

export function trialWords({ type, trial: { by, visits } }: Pick<Action, 'type' | 'trial'>): string {
  if (type === 'layout-verdict') return t('It was tested, with {n} visits.', { n: formatCount(visits) });
  if (type === 'traffic-split') return t('Begin the test again once it is repaired.');
  if (by === 'before-after')
    return t('Change it and mark it as done: then the days before and after are compared here.');
  const how =
    by === 'rotation'
      ? t(
          'In a layout test, show a part of the visitors the same list moved on by so many positions; what falls off its end comes first.',
        )
      : t('Show the change to a part of the visitors in a layout test.');
  return visits === null ? how : `${how} ${t('It takes about {n} visits.', { n: formatCount(visits) })}`;
}

const TYPES: { readonly [type in ActionType]: Msg } = {
  'move-up': msg('Rearrange a region'),
  bury: msg('Move a product down'),
  'keep-first': msg('Keep a product in front'),
  'rotation-test': msg('Let positions rotate'),
  'cross-list': msg('List a product in another category too'),
  'add-link': msg('Add a link'),
  'dead-end': msg('Give a page a way on'),
  'no-result': msg('Teach the search a word'),
  'long-list': msg('Shorten a list'),
  'dead-click': msg('Repair what is clicked in vain'),
  'device-break': msg('Repair what breaks in windows of one size'),
  'layout-verdict': msg('Keep the better arm of a test'),
  'traffic-split': msg('Repair a test'),
};

/** Of an action of which no more is known than its id; the id where it is of no type of ours. */
export function typeWords(id: string): string {
  const type = id.slice(0, id.indexOf(':')) as ActionType;
  return TYPES[type] === undefined ? id : t(TYPES[type]);
}
