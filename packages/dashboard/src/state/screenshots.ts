/** Pictures that somebody laid under a wireframe. They are kept in this browser and nowhere else. */

export interface Screenshots {
  get(key: string): Promise<Blob | null>;
  put(key: string, picture: Blob): Promise<void>;
  remove(key: string): Promise<void>;
}

const NAME = 'holloway.screenshots';
const STORE = 'pictures';

const settled = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

const completed = (transaction: IDBTransaction): Promise<void> =>
  new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
  });

/** Each call resolves when it is kept, and rejects where the browser keeps nothing, as in some private windows. */
export function openScreenshots(databases: IDBFactory): Screenshots {
  const open = (): Promise<IDBDatabase> => {
    const request = databases.open(NAME, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE);
    return settled(request);
  };
  const within = async <T>(
    mode: IDBTransactionMode,
    act: (store: IDBObjectStore) => IDBRequest<T>,
  ): Promise<T> => {
    const database = await open();
    try {
      const transaction = database.transaction(STORE, mode);
      const [result] = await Promise.all([
        settled(act(transaction.objectStore(STORE))),
        completed(transaction),
      ]);
      return result;
    } finally {
      database.close();
    }
  };
  return {
    get: async (key) => (await within<Blob | undefined>('readonly', (store) => store.get(key))) ?? null,
    put: async (key, picture) => {
      await within('readwrite', (store) => store.put(picture, key));
    },
    remove: async (key) => {
      await within('readwrite', (store) => store.delete(key));
    },
  };
}
