const defaultMostBytes = 32 * 1024 * 1024;

/** What one request takes of the memory that there is for all. */
export interface BodyShare {
  /** Whether there is room for so much more. */
  take(bytes: number): boolean;
  giveBack(): void;
}

/**
 * Hold what all requests together keep of their bodies within bounds.
 *
 * A body is kept, to be sent again, before it is known whose it is; without bounds strangers could fill the memory.
 */
export function createKeptBodies(mostBytes = defaultMostBytes): () => BodyShare {
  let keptBytes = 0;
  return () => {
    let taken = 0;
    return {
      take: (bytes) => {
        if (keptBytes + bytes > mostBytes) return false;
        keptBytes += bytes;
        taken += bytes;
        return true;
      },
      giveBack: () => {
        keptBytes -= taken;
        taken = 0;
      },
    };
  };
}
