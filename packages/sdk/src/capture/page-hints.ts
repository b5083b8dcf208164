/** What one source says of a page. Which source is believed is decided in page. */
import { PAGE_TYPES, type PageType } from '@holloway/protocol';

export interface PageHints {
  readonly type?: PageType | undefined;
  readonly category?: string | undefined;
  /** Of a product's page. */
  readonly item?: string | undefined;
}

export const asPageType = (text: string | undefined): PageType | undefined =>
  PAGE_TYPES.find((type) => type === text);
