import { refused } from "../not-accepted.ts";
import type { AlloyClient } from "./client.ts";
import { findItems, type Query } from "./search.ts";
import type { AlloySettings } from "./settings.ts";

const rememberedMs = 5 * 60 * 1000;
const rememberedMost = 1000;

/** Turns what people call an item into its id, which is all that a link takes. */
export interface Links {
  resolve(
    links: Readonly<Record<string, readonly string[]>>,
    signal: AbortSignal,
  ): Promise<Resolved>;
  /** Ask anew from now on: an item that was remembered is gone. */
  forget(): void;
}

export interface Resolved {
  readonly ids: Readonly<Record<string, readonly string[]>>;
  /** Whether any of them came from memory, and so may be out of date. */
  readonly isRemembered: boolean;
}

/**
 * Look titles up by exact match, and remember them for a few minutes.
 *
 * A title that is unknown, or that two items share, is refused: a case linked to the wrong person is
 * worse than a case that waits for someone to look.
 */
export function createLinks(
  api: AlloyClient,
  settings: AlloySettings["links"],
  now: () => Date,
): Links {
  const remembered = new Map<string, { id: string; until: number }>();

  async function idOf(code: string, title: string, signal: AbortSignal) {
    const target = settings[code];
    if (!target) throw refused("link-not-configured");
    const key = JSON.stringify([target.design, target.attribute, title]);
    const known = remembered.get(key);
    if (known && known.until > now().getTime()) return { id: known.id, isRemembered: true };
    const id = await findOne(api, { ...target, text: title, collections: ["Live"] }, signal);
    if (remembered.size >= rememberedMost) remembered.clear();
    remembered.set(key, { id, until: now().getTime() + rememberedMs });
    return { id, isRemembered: false };
  }

  return {
    async resolve(links, signal) {
      const ids: Record<string, string[]> = {};
      let isRemembered = false;
      for (const [code, titles] of Object.entries(links)) {
        const found: Awaited<ReturnType<typeof idOf>>[] = [];
        for (const title of new Set(titles)) found.push(await idOf(code, title, signal));
        if (found.length > 0) ids[code] = found.map(({ id }) => id);
        isRemembered ||= found.some((one) => one.isRemembered);
      }
      return { ids, isRemembered };
    },
    forget: () => remembered.clear(),
  };
}

async function findOne(api: AlloyClient, query: Query, signal: AbortSignal): Promise<string> {
  const [id, ...others] = await findItems(api, query, signal);
  if (!id) throw refused("link-not-found");
  if (others.length > 0) throw refused("link-not-unique");
  return id;
}
