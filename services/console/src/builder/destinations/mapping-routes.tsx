import { type Edit, LineState, type MappingLine } from "@guildhall/contract";
import { type Context, Hono } from "hono";
import type { ConsoleEnv, Parts } from "../../environment.ts";
import type { Faults } from "../../pages/frame.ts";
import { formOf } from "../../routes/form.ts";
import { moreOf } from "../../routes/frame-of.ts";
import type { DraftFrame } from "../ground/draft-frame.ts";
import { onDraft } from "../ground/on-draft.ts";
import { saveEdits } from "../ground/save-edits.tsx";
import { destinationAddresses } from "./addresses.ts";
import { linesOf, mappingIn, systemName } from "./find-mapping.ts";
import { MappingPage } from "./mapping-page.tsx";
import { unlessRemoved } from "./unless-removed.ts";

type Ctx = Context<ConsoleEnv>;

/** What one system is told by a service in the making. */
export function mappingRoutes(parts: Parts): Hono<ConsoleEnv> {
  const app = new Hono<ConsoleEnv>();
  const at = "/services/:service/destinations/to/:mapping";
  app.get(
    at,
    onDraft(parts, (c, frame) => showMapping(c, frame, {})),
  );
  app.post(`${at}/accept`, onDraft(parts, unlessRemoved(accept)));
  return app;
}

async function showMapping(c: Ctx, frame: DraftFrame, faults: Faults): Promise<Response> {
  const { api } = c.var.desk;
  const { definition, service } = frame.draft;
  const { id: mapping, connector } = mappingIn(c, frame);
  const { scenarios = [] } = definition;
  const scenario = scenarios.find(({ id }) => id === c.req.query("scenario"))?.id;
  const q = (c.req.query("q") ?? "").trim().slice(0, 200);
  const state = LineState.safeParse(c.req.query("state")).data;
  const asked = { q, state, scenario, cursor: c.req.query("cursor") };
  const lines = await api.mappingLines(service, mapping, asked);
  const preview = await api.mappingPreview(service, mapping, scenario ? { scenario } : {});
  const page = {
    ...{ frame, mapping, lines, preview, scenarios, scenario, faults },
    system: await systemName(c, connector),
    shown: { q, state },
    more: moreOf(c, lines.nextCursor),
  };
  return c.html(<MappingPage {...page} />, Object.keys(faults).length > 0 ? 422 : 200);
}

async function accept(c: Ctx, frame: DraftFrame): Promise<Response> {
  const fields = await formOf(c);
  const { id } = mappingIn(c, frame);
  const lines = await linesOf(c, frame, fields.get("target") ?? []);
  const at = destinationAddresses(frame.here);
  return saveEdits(c, frame, {
    fields,
    edits: acceptEdits(lines).map((edit) => ({ edit })),
    next: at.mapping(id),
    done: "draft-saved",
    onFault: (faults) => showMapping(c, frame, faults),
  });
}

/** The rows that are suggested, put in from the last to the first, so that those of one place keep their order. */
function acceptEdits(lines: readonly MappingLine[]): Edit[] {
  return lines.toReversed().flatMap(({ suggestion, add }): Edit[] => {
    if (!suggestion) return [];
    return [{ act: "add", to: add.to, item: suggestion.row, after: add.after }];
  });
}
