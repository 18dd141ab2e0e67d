import { request } from "undici";

/** A tracking page that stays open, as its script keeps it: told of every change. */
export interface OpenPage {
  /** When it is told of the next change. */
  changed(): Promise<number>;
  close(): void;
}

/** Open it and wait until it knows how things stand. @throws Error when it is not let in, or has not heard in time */
export async function openPage(url: string, cookie: string): Promise<OpenPage> {
  const stop = new AbortController();
  const signal = AbortSignal.any([stop.signal, AbortSignal.timeout(longestMs)]);
  const { statusCode, body } = await request(url, { headers: { cookie }, signal });
  if (statusCode !== 200) throw new Error(`${url} answered ${statusCode}`);
  const told = body[Symbol.asyncIterator]();
  const next = async () => {
    for (;;) {
      const { done, value } = await told.next();
      if (done) throw new Error(`${url} ended`);
      if (String(value).includes("event: version")) return performance.now();
    }
  };
  await next();
  return { changed: next, close: () => stop.abort() };
}

const longestMs = 10_000;
