/** Loads something when it is first asked for, and once: whoever asks again is given the same. */

/** @param onFailure Told of each; a failure may be tried again. */
export function once<T>(load: () => Promise<T>, onFailure: () => void): () => Promise<T> {
  let loading: Promise<T> | undefined;
  return () => {
    if (!loading) {
      loading = load();
      loading.catch(() => {
        loading = undefined;
        onFailure();
      });
    }
    return loading;
  };
}
