import type { DraftReturn, ProblemCode } from "@guildhall/contract";
import { formChanges } from "@guildhall/forms";
import { type Context, Hono } from "hono";
import type { FakeApi, StoredDraft } from "./fake-api.ts";

type Problem = (code: ProblemCode) => Response;

/** What is secret in the link of a draft that the fake keeps. */
export function keyOf(draft: string): string {
  return `key-${draft}`;
}

/** Keeping a draft for later, and going on with it on another version. */
export function keepRoutes(
  api: FakeApi,
  withDraft: (c: Context, then: (draft: StoredDraft) => Response) => Response,
  show: (draft: StoredDraft) => object,
): Hono {
  const app = new Hono();
  app.put("/:id/return", async (c) => {
    const owner = (await c.req.json()) as DraftReturn;
    return withDraft(c, (draft) => {
      draft.owner = owner;
      draft.kept = true;
      draft.expiresAt = "2026-12-20T12:00:00.000Z";
      return c.json({ ...show(draft), token: `token.${draft.id}` });
    });
  });
  app.post("/:id/move", (c) =>
    withDraft(c, (draft) => {
      const [live] = api.services.filter(({ id }) => id === draft.service);
      const before = api.services.find(({ version }) => version === draft.serviceVersion);
      if (!live || !before) return c.json(show(draft));
      const { added, reworded } = formChanges(before.form, live.form);
      draft.asks = [...added, ...reworded.map(({ after }) => after)].map(({ id }) => id);
      draft.serviceVersion = live.version;
      draft.standing = "open";
      return c.json(show(draft));
    }),
  );
  return app;
}

/** The way back to a draft that was kept. */
export function returnRoutes(
  api: FakeApi,
  problem: Problem,
  show: (draft: StoredDraft) => object,
): Hono {
  const app = new Hono();
  const found = (key: string) =>
    [...api.drafts.values()].find(({ id, sent, owner }) => owner && !sent && keyOf(id) === key);
  app.post("/", async (c) => {
    api.linksAsked.push(await c.req.json());
    return c.body(null, 202);
  });
  app.post("/find", async (c) => {
    const draft = found((await c.req.json()).key);
    if (!draft?.owner) return problem("not-found");
    const { service, serviceVersion, expiresAt, owner } = draft;
    return c.json({ service, serviceVersion, expiresAt, fact: owner.fact.kind });
  });
  app.post("/open", async (c) => {
    const { key, fact } = await c.req.json();
    const draft = found(key);
    if (!draft?.owner) return problem("not-found");
    if (draft.owner.fact.value !== fact) return problem("fact-wrong");
    return c.json({ ...show(draft), token: `token.${draft.id}` });
  });
  return app;
}
