/** Where a report is to be had as CSV, whole. */
import { t } from '../words/words.ts';
import { Icon } from './icon.tsx';

interface CsvLinkProps {
  /** Of what. */
  readonly title: string;
  readonly href: string;
}

export const CsvLink = ({ title, href }: CsvLinkProps) => (
  <a class="tool" href={href} download aria-label={t('{title}: download CSV', { title })}>
    <Icon name="download" />
    <span>CSV</span>
  </a>
);
