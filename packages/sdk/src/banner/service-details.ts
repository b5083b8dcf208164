/** What a visitor is told of a service of another company: who, what for, which data, how long. */
import type { ServiceWording, SiteConfig, Wording } from '@holloway/protocol';
import { amount } from './amount.ts';
import type { Build } from './element.ts';

export function serviceDetails(
  { id, name, provider, purpose, data, duration, policy }: ServiceWording,
  { services }: Pick<SiteConfig, 'services'>,
  { language, messages }: Pick<Wording, 'language' | 'messages'>,
  build: Build,
): HTMLElement {
  const cookies = services.find((service) => service.id === id)?.cookies ?? [];
  const rows: readonly [string, ...(Node | string | null)[]][] = [
    [messages.provider, provider],
    [messages.purpose, purpose],
    [messages.data, data],
    [
      messages.duration,
      duration,
      ...cookies.map(({ name: cookie, days }) =>
        build(
          'div',
          {},
          build('code', { dir: 'ltr' }, cookie),
          `: ${days ? amount(language, days, 'day') : messages.session}`,
        ),
      ),
    ],
  ];
  return build(
    'details',
    {},
    build('summary', {}, name),
    build(
      'dl',
      {},
      ...rows.flatMap(([term, ...description]) => [
        build('dt', {}, term),
        build('dd', { dir: 'auto' }, ...description),
      ]),
    ),
    policy === null ? null : policyLink(policy, messages.policy, build),
  );
}

/** Opens beside the page, which is not told of to where it leads. */
export const policyLink = (href: string, text: string, build: Build): HTMLElement =>
  build('a', { href, target: '_blank', rel: 'noopener noreferrer' }, text);
