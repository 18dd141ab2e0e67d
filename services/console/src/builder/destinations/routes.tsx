import type { Connection, Mapping } from "@guildhall/contract";
import { Refused } from "@guildhall/sdk";
import { Button, fieldOf, WarningText } from "@guildhall/ui";
import { type Context, Hono } from "hono";
import type { ConsoleEnv, Parts } from "../../environment.ts";
import { NotFound } from "../../not-found.ts";
import type { Done } from "../../pages/done-banner.tsx";
import { anyFault } from "../../pages/fault-summary.tsx";
import type { Faults } from "../../pages/frame.ts";
import { formOf } from "../../routes/form.ts";
import type { DraftFrame } from "../ground/draft-frame.ts";
import { DraftPage, Seen } from "../ground/draft-page.tsx";
import { onDraft } from "../ground/on-draft.ts";
import { saveEdits } from "../ground/save-edits.tsx";
import { destinationAddresses } from "./addresses.ts";
import { addEdits, type Chosen, moveEdits, removeEdits } from "./begin-edits.ts";
import { ChooseSystemPage, ChooseTargetPage, type System } from "./choose-pages.tsx";
import { mappingIn } from "./find-mapping.ts";
import { lacksCredential } from "./first-system.tsx";
import { lineRoutes } from "./line-routes.tsx";
import { type Destination, ListPage } from "./list-page.tsx";
import { mappingRoutes } from "./mapping-routes.tsx";
import { unlessRemoved } from "./unless-removed.ts";

type Ctx = Context<ConsoleEnv>;

/** Where the answers of a service in the making go. */
export function destinationRoutes(parts: Parts): Hono<ConsoleEnv> {
  const app = new Hono<ConsoleEnv>();
  const at = "/services/:service/destinations";
  app.get(at, onDraft(parts, showList));
  app.get(
    `${at}/choose`,
    onDraft(parts, (c, frame) => chooseSystem(c, frame, {})),
  );
  app.post(`${at}/choose`, onDraft(parts, systemChosen));
  app.get(
    `${at}/choose/:connector`,
    onDraft(parts, (c, frame) => chooseTarget(c, frame, {})),
  );
  app.post(`${at}/choose/:connector`, onDraft(parts, targetChosen));
  app.get(
    `${at}/to/:mapping/remove`,
    onDraft(parts, (c, frame) => askToRemove(c, frame, {})),
  );
  app.post(`${at}/to/:mapping/remove`, onDraft(parts, unlessRemoved(remove)));
  app.route("/", mappingRoutes(parts));
  app.route("/", lineRoutes(parts));
  return app;
}

async function showList(c: Ctx, frame: DraftFrame): Promise<Response> {
  const { api } = c.var.desk;
  const { service, definition } = frame.draft;
  const systems = await systemsOf(c);
  const destinations: Destination[] = [];
  for (const { id, connector } of definition.mappings ?? []) {
    const system = systems.find((one) => one.id === connector);
    destinations.push({
      mapping: id,
      system: system?.name ?? connector,
      isLocked: system !== undefined && lacksCredential(system),
      lines: await api.mappingLines(service, id, { limit: 1 }),
    });
  }
  return c.html(<ListPage frame={frame} destinations={destinations} />);
}

/** The systems that cases can be sent to: payments and letters go elsewhere. */
async function systemsOf(c: Ctx): Promise<Connection[]> {
  const all: readonly Connection[] = await c.var.desk.api.connectors();
  return all.filter(({ kind }) => kind !== "govuk-pay" && kind !== "govuk-notify");
}

/** The destination that the address names, where it names one. */
function mappingAsked(c: Ctx, { draft }: DraftFrame): string | undefined {
  const id = c.req.query("mapping");
  return draft.definition.mappings?.find((one) => one.id === id)?.id;
}

async function chooseSystem(c: Ctx, frame: DraftFrame, faults: Faults): Promise<Response> {
  const page = { frame, faults, systems: await systemsOf(c), mapping: mappingAsked(c, frame) };
  return c.html(<ChooseSystemPage {...page} />, faults.connector ? 422 : 200);
}

async function systemChosen(c: Ctx, frame: DraftFrame): Promise<Response> {
  const connector = fieldOf(await formOf(c), "connector");
  const isThere = (await systemsOf(c)).some(({ id }) => id === connector);
  if (!connector || !isThere)
    return chooseSystem(c, frame, { connector: "Select the system that answers are sent to" });
  const at = destinationAddresses(frame.here);
  return c.redirect(at.chooseTarget(connector, mappingAsked(c, frame)), 303);
}

/** @throws NotFound */
async function systemOf(c: Ctx): Promise<Connection> {
  const found = (await systemsOf(c)).find(({ id }) => id === c.req.param("connector"));
  if (!found) throw new NotFound();
  return found;
}

async function chooseTarget(c: Ctx, frame: DraftFrame, faults: Faults): Promise<Response> {
  const { api } = c.var.desk;
  const system = await systemOf(c);
  const live = await ifThere(api.liveTargets(system.id));
  const isLocked = lacksCredential(system);
  const page = { frame, faults, system, live, isLocked, described: await api.targets() };
  const isFaulty = Object.keys(faults).length > 0;
  return c.html(
    <ChooseTargetPage {...page} mapping={mappingAsked(c, frame)} />,
    isFaulty ? 422 : 200,
  );
}

/** What a system says, where it answers and has it. */
async function ifThere<T>(call: Promise<T>): Promise<T | undefined> {
  try {
    return await call;
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    if (error.code !== "office-unavailable" && error.status !== 404) throw error;
    return undefined;
  }
}

async function targetChosen(c: Ctx, frame: DraftFrame): Promise<Response> {
  const fields = await formOf(c);
  const system = await systemOf(c);
  const takes = await takesOf(c, system, fieldOf(fields, "takes") ?? "");
  if (!takes) return chooseTarget(c, frame, { takes: "Select what the answers should become" });
  const chosen: Chosen = { system, takes };
  const mapping = mappingAsked(c, frame);
  const { id, edits } = mapping
    ? { id: mapping, edits: moveEdits(frame.draft.definition, mapping, chosen) }
    : addEdits(frame.draft.definition, chosen);
  return saveEdits(c, frame, {
    fields,
    edits: edits.map((edit) => ({ edit, field: "takes" })),
    next: destinationAddresses(frame.here).mapping(id),
    done: doneBy(chosen, mapping),
    onFault: (faults) => chooseTarget(c, frame, faults),
  });
}

function doneBy({ takes }: Chosen, mapping: string | undefined): Done {
  if ("like" in takes) return "destination-begun-as";
  return mapping ? "destination-moved" : "destination-added";
}

async function takesOf(c: Ctx, { id }: System, said: string): Promise<Chosen["takes"] | undefined> {
  const { api } = c.var.desk;
  const [, kind, name = ""] = /^(live|target|as):(.+)$/.exec(said) ?? [];
  if (kind === "as") return asAnother(c, id, name);
  if (kind === "target") {
    const target = await ifThere(api.target(name));
    return target && { target };
  }
  const shape = kind === "live" ? await ifThere(api.liveTarget(id, name)) : undefined;
  return shape && { design: name, shape };
}

/** How a live service sends to a system. */
async function asAnother(
  c: Ctx,
  connector: string,
  name: string,
): Promise<{ like: Mapping } | undefined> {
  const [, service, version, mapping] = /^([a-z0-9-]+)\/(\d{1,9})\/([a-z0-9-]+)$/.exec(name) ?? [];
  if (service === undefined) return undefined;
  const found = await ifThere(c.var.desk.api.version(service, Number(version)));
  const like = found?.definition.mappings.find((one) => one.id === mapping);
  return like?.connector === connector ? { like } : undefined;
}

function askToRemove(c: Ctx, frame: DraftFrame, faults: Faults): Response | Promise<Response> {
  const { id, connector, rows } = mappingIn(c, frame);
  const at = destinationAddresses(frame.here);
  const title = "Stop sending answers there?";
  return c.html(
    <DraftPage
      frame={frame}
      title={title}
      way={[{ content: "Where answers go", href: at.list }]}
      faults={faults}
    >
      <WarningText>
        Nothing is sent to “{connector}” by this service any more, once it is published.{" "}
        {rows.length} {rows.length === 1 ? "row that you have" : "rows that you have"} made for it
        will go.
      </WarningText>
      <form method="post" action={at.remove(id)}>
        <Seen frame={frame} />
        <div class="govuk-button-group">
          <Button classes="govuk-button--warning" preventDoubleClick>
            Stop sending
          </Button>
          <a class="govuk-link" href={at.mapping(id)}>
            Go on sending
          </a>
        </div>
      </form>
    </DraftPage>,
    anyFault(faults) ? 422 : 200,
  );
}

async function remove(c: Ctx, frame: DraftFrame): Promise<Response> {
  const fields = await formOf(c);
  const { id } = mappingIn(c, frame);
  return saveEdits(c, frame, {
    fields,
    edits: removeEdits(frame.draft.definition, id).map((edit) => ({ edit })),
    next: destinationAddresses(frame.here).list,
    done: "destination-removed",
    onFault: (faults) => askToRemove(c, frame, faults),
  });
}
