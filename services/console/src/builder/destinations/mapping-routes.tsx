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
  const asked = linesShown(c, frame);
  const { q, state, scenario } = asked;
  const lines = await api.mappingLines(service, mapping, asked);
  const preview = await api.mappingPreview(service, mapping, scenario ? { scenario } : {});
  const page = {
    ...{ frame, mapping, lines, preview, scenarios, scenario, faults },
    system: await systemName(c, connector),
    shown: { q, state, cursor: asked.cursor },
    more: moreOf(c, lines.nextCursor),
  };
  return c.html(<MappingPage {...page} />, Object.keys(faults).length > 0 ? 422 : 200);
}

/** The part of the lines that the address of a page names. */
function linesShown(c: Ctx, { draft }: DraftFrame) {
  const { scenarios = [] } = draft.definition;
  return {
    q: (c.req.query("q") ?? "").trim().slice(0, 200),
    state: LineState.safeParse(c.req.query("state")).data,
    scenario: scenarios.find(({ id }) => id === c.req.query("scenario"))?.id,
    cursor: c.req.query("cursor"),
  };
}

/** One line by its name; several by the page that showed them, since their names together are too long to ask for. */
async function linesNamed(
  c: Ctx,
  frame: DraftFrame,
  targets: readonly string[],
): Promise<MappingLine[]> {
  if (targets.length < 2) return linesOf(c, frame, targets);
  const { id } = mappingIn(c, frame);
  const asked = linesShown(c, frame);
  const { data } = await c.var.desk.api.mappingLines(frame.draft.service, id, asked);
  return data.filter(({ target }) => targets.includes(target));
}

async function accept(c: Ctx, frame: DraftFrame): Promise<Response> {
  const fields = await formOf(c);
  const { id } = mappingIn(c, frame);
  const lines = await linesNamed(c, frame, fields.get("target") ?? []);
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
