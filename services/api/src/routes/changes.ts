import { Reference } from "@guildhall/contract";
import { lastChange, trackProcess } from "@guildhall/domain";
import { createRoute, z } from "@hono/zod-openapi";
import { LanguageQuery, languageOf } from "../language.ts";
import { addressOf, limitTo } from "../limits.ts";
import type { Live } from "../live.ts";
import type { Waiting } from "../live-watch.ts";
import { createRouter, refusals } from "../router.ts";

const heartbeatMs = 15_000;
/** A token may have run out by then, and connections must not be for ever: whoever still waits comes again. */
const longestMs = 5 * 60_000;
const comeAgainMs = 2000;
/** Later, where there was no place: asking is not to cost as much as waiting. */
const comeLaterMs = 30_000;

const changes = createRoute({
  method: "get",
  path: "/{reference}/changes",
  operationId: "watchTracking",
  summary: "Be told when what is seen of a process changes",
  description:
    "Server-sent events (`text/event-stream`). Each event `version` carries the `version` of what this caller would see with `trackProcess`, first as it is now, then within a second of a change; nothing else is told. It ends after five minutes, or when the server does: ask again.",
  tags: ["Tracking"],
  security: [{}, { bearer: [] }],
  middleware: [limitTo("changes", { points: 600, seconds: 600 })] as const,
  request: { params: z.object({ reference: Reference }), query: LanguageQuery },
  responses: {
    200: {
      description: "The versions, one after the other",
      content: { "text/event-stream": { schema: z.string() } },
    },
    ...refusals("busy", "rate-limited"),
  },
});

/** Where an open page hears of changes. */
export function createChanges(live: Live) {
  return createRouter().openapi(changes, async (c) => {
    const { ctx } = c.var;
    const { reference } = c.req.valid("param");
    const language = languageOf(c, c.req.valid("query").language);
    const look = () => trackProcess(ctx, reference, language);
    // Before the look, so that nothing is missed that happens during it.
    const since = await lastChange(ctx);
    const { complete, version = "" } = await look();
    const page = {
      tenant: ctx.tenant.id,
      reference,
      view: `${complete ? "citizen" : "anyone"} ${language}`,
      network: addressOf(c),
      since,
      look: async () => (await look()).version ?? "",
    };
    const body = c.req.raw.method === "HEAD" ? null : versions(live, page, version);
    return new Response(body, { headers });
  });
}

const headers = {
  "Content-Type": "text/event-stream; charset=utf-8",
  "Cache-Control": "no-store",
  // A proxy that gathers an answer before it sends it on would send this when it is over.
  "X-Accel-Buffering": "no",
};

type Page = Omit<Waiting, "tell" | "end">;

/** The version as it is, and again whenever it has changed. */
function versions(live: Live, page: Page, first: string): ReadableStream<Uint8Array> {
  let leave: () => void = () => undefined;
  return new ReadableStream<Uint8Array>({
    start(controller) {
      let isOver = false;
      let told = first;
      const say = (text: string) => isOver || controller.enqueue(encoder.encode(text));
      const end = () => {
        if (isOver) return;
        leave();
        controller.close();
      };
      const tell = (seen: string) => {
        if (seen !== told) say(eventOf(seen));
        told = seen;
      };
      const leaveLive = live.join({ ...page, tell, end });
      const beat = setInterval(() => say(":\n\n"), heartbeatMs);
      const limit = setTimeout(end, longestMs);
      leave = () => {
        isOver = true;
        clearInterval(beat);
        clearTimeout(limit);
        leaveLive?.();
      };
      say(`retry: ${leaveLive ? comeAgainMs : comeLaterMs}\n${eventOf(first)}`);
      // There is no place: it is as it was without a script, and asked again later.
      if (!leaveLive) end();
    },
    cancel: () => leave(),
  });
}

const encoder = new TextEncoder();

function eventOf(version: string): string {
  return `event: version\ndata: ${version}\n\n`;
}
