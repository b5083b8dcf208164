/** What a page of happy-dom hands to the browser to be saved, which has nowhere to save it. */
import { vi } from 'vitest';

export interface SavedFile {
  readonly name: string;
  readonly text: string;
}

/** @param press What somebody does to have it saved. */
export async function savedFile(press: () => Promise<void>): Promise<SavedFile> {
  const made = vi.spyOn(URL, 'createObjectURL').mockReturnValue('blob:csv');
  const saved = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementationOnce(() => {});
  try {
    await press();
    const [blob] = made.mock.calls.flat();
    if (!(blob instanceof Blob)) throw new Error('no file was made');
    return { name: (saved.mock.contexts[0] as HTMLAnchorElement).download, text: await blob.text() };
  } finally {
    made.mockRestore();
    saved.mockRestore();
  }
}
