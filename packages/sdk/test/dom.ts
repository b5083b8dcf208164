/** What tests do to the document of happy-dom that a page could not do to itself. */

/** Makes `url` the address of the page, without a load. */
export function setUrl(url: string): void {
  (window as unknown as { happyDOM: { setURL(url: string): void } }).happyDOM.setURL(url);
}
