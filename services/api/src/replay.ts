/** The headers of an answer that may be a repeat, and where what it tells of can be found. */
export function answered(before: object | undefined, location?: string): Record<string, string> {
  return {
    ...(before ? { "Idempotent-Replayed": "true" } : {}),
    ...(location === undefined ? {} : { Location: location }),
  };
}
