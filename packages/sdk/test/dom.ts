/** What tests do to the document of happy-dom that a page could not do to itself. */

/** Makes `url` the address of the page, without a load. */
export function setUrl(url: string): void {
  (window as unknown as { happyDOM: { setURL(url: string): void } }).happyDOM.setURL(url);
}

/** happy-dom follows a link before the listeners of the window have heard of the click; browsers follow it after. */
export function stayOnPage(): void {
  const { happyDOM } = window as unknown as { happyDOM: { settings: { navigation: object } } };
  Object.assign(happyDOM.settings.navigation, {
    disableMainFrameNavigation: true,
    disableFallbackToSetURL: true,
  });
}

type Listening = [
  type: string,
  listener: EventListenerOrEventListenerObject,
  options?: AddEventListenerOptions,
];

/** Takes down who listens to the page from now on. @returns Ends all of it, as leaving the page does. */
export function watchListeners(): () => void {
  const ends = [window, document].map((target: EventTarget) => {
    const added: Listening[] = [];
    const { addEventListener } = target;
    target.addEventListener = (...listening: unknown[]) => {
      added.push(listening as Listening);
      addEventListener.apply(target, listening as Listening);
    };
    return () => {
      target.addEventListener = addEventListener;
      for (const listening of added) target.removeEventListener(...listening);
    };
  });
  return () => {
    for (const end of ends) end();
  };
}

/** Takes the choice out of the cookies that scripts of `domain` may see. */
export function forgetCookie(domain?: string): void {
  const where = domain === undefined ? '' : `;domain=${domain}`;
  // biome-ignore lint/suspicious/noDocumentCookie: happy-dom has no other way
  document.cookie = `holloway.choice=;path=/;max-age=0${where};secure`;
}
